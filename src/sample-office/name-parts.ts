/** A part of an invented firm name: Thai, and the Latin letters its English name uses. */
export type Part = { th: string; en: string }

function parts(text: string): readonly Part[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [th = '', en = ''] = pair.split('=')
      return { th, en: en.replaceAll('_', ' ') }
    })
}

/** Auspicious words that begin a name. */
export const heads = parts(`
  เจริญ=Charoen ศิริ=Siri โชค=Chok รุ่ง=Rung มั่น=Man ทวี=Thawi พูน=Phun สม=Som ไทย=Thai ธน=Thana
  วัฒน=Watthana อุดม=Udom ชัย=Chai บุญ=Bun เกียรติ=Kiat แสง=Saeng ทอง=Thong เพชร=Phet พร=Phon มงคล=Mongkhon
  กิจ=Kit ไพศาล=Phaisan ประเสริฐ=Prasoet เอก=Ek นว=Nawa สยาม=Siam ยิ่ง=Ying เลิศ=Loet สุข=Suk ปิติ=Piti
  จิระ=Chira อนันต์=Anan ดำรง=Damrong ถาวร=Thawon บวร=Bowon ปัญญา=Panya พัฒน=Phatthana ภัทร=Phat มหา=Maha ราช=Rat
  ลาภ=Lap วร=Wora วิริยะ=Wiriya สหะ=Saha สิน=Sin สุวรรณ=Suwan หิรัญ=Hiran อมร=Amon อรุณ=Arun อิสระ=Itsara
  ก้าว=Kao ขวัญ=Khwan คูณ=Khun จรัส=Charat ชนะ=Chana ดี=Di ตระการ=Trakan ทรงชัย=Songchai นิมิต=Nimit บัว=Bua
  ปทุม=Pathum ผล=Phon ฟ้า=Fa เมธา=Metha ยอด=Yot ร่ม=Rom ล้ำ=Lam วิบูลย์=Wibun ศุภ=Supha สันติ=Santi
  ใหญ่=Yai อุ่น=Un เกรียง=Kriang เฟื่อง=Fueang แก้ว=Kaeo ไชย=Chaiya โอฬาร=Olan เรือง=Rueang เด่น=Den กาญจน=Kanchana`)

/** Auspicious words that end the fancy part. */
export const tails = parts(`
  ทรัพย์=sap ชัย=chai กิจ=kit ผล=phon วัฒนา=watthana พัฒนา=phatthana มงคล=mongkhon รุ่งเรือง=rungrueang เจริญ=charoen ไพศาล=phaisan
  สมบูรณ์=sombun ทวีสุข=thawisuk โชค=chok ลาภ=lap สิน=sin ศักดิ์=sak บุญ=bun ทอง=thong เพชร=phet นคร=nakhon
  ถาวร=thawon มั่นคง=mankhong อนันต์=anan วิไล=wilai สวรรค์=sawan กุล=kun วงศ์=wong พร=phon ภัณฑ์=phan ดี=di
  ก้าวหน้า=kaona ยั่งยืน=yangyuen ธนา=thana เกษม=kasem สุข=suk ไทย=thai รัตน์=rat แสง=saeng อุดม=udom มณี=mani
  เลิศ=loet ประภา=prapha วารี=wari สถาพร=sathaphon อารี=ari พิพัฒน์=phiphat เมืองทอง=mueangthong บูรพา=burapha พนา=phana นที=nathi`)

/** Kinds of business with a five-digit code like those of the national standard. */
export const trades: readonly (Part & { code: string })[] = `
  การโยธา=Civil_Construction=42101 ก่อสร้าง=Construction=41001 วิศวกรรม=Engineering=71102 การช่าง=Mechanics=43301 รับเหมา=Contractor=41002
  วัสดุก่อสร้าง=Construction_Materials=47524 ค้าไม้=Timber=46631 คอนกรีต=Concrete=23953 เหล็กกล้า=Steel=24101 โลหะกิจ=Metal_Works=25111
  โรงสีข้าว=Rice_Mill=10611 ค้าข้าว=Rice_Trading=46202 พืชผล=Crops=46209 ปศุสัตว์=Livestock=01412 ฟาร์ม=Farm=01461
  อาหารสัตว์=Animal_Feed=10801 การเกษตร=Agriculture=01119 ปุ๋ยและเคมี=Fertilizer_and_Chemical=20121 น้ำตาล=Sugar=10721 แป้งมัน=Starch=10621
  อาหาร=Foods=10759 เบเกอรี่=Bakery=10711 น้ำดื่ม=Drinking_Water=11042 น้ำแข็ง=Ice=35302 ห้องเย็น=Cold_Storage=52101
  ขนส่ง=Transport=49323 โลจิสติกส์=Logistics=52292 เดินรถ=Bus_Lines=49201 การเดินเรือ=Navigation=50220 คลังสินค้า=Warehouse=52102
  ยานยนต์=Motors=45101 อะไหล่ยนต์=Auto_Parts=45301 ยางยนต์=Tyres=45303 การยนต์=Auto_Service=45201 จักรกล=Machinery=28299
  ปิโตรเลียม=Petroleum=47300 แก๊ส=Gas=47736 พลังงาน=Energy=35101 ไฟฟ้า=Electric=43210 โซลาร์=Solar=35102
  เครื่องเย็น=Air_Conditioning=43223 อิเล็กทรอนิกส์=Electronics=26109 คอมพิวเตอร์=Computer=47411 ซอฟต์แวร์=Software=62012 สื่อสาร=Communications=61201
  การพิมพ์=Printing=18119 บรรจุภัณฑ์=Packaging=17020 พลาสติก=Plastic=22299 กระดาษ=Paper=17019 เฟอร์นิเจอร์=Furniture=31001
  สิ่งทอ=Textile=13120 การ์เม้นท์=Garment=14111 เครื่องหนัง=Leather=15120 อัญมณี=Gems=32112 ค้าทอง=Gold=47734
  พาณิชย์=Commercial=46900 การค้า=Trading=46901 เทรดดิ้ง=Trading=46902 มินิมาร์ท=Mini_Mart=47112 ซุปเปอร์สโตร์=Superstore=47111
  เภสัช=Pharmacy=47721 การแพทย์=Medical=86201 ทันตกรรม=Dental=86202 คลินิก=Clinic=86203 โพลีคลินิก=Polyclinic=86101
  รีสอร์ท=Resort=55101 โรงแรม=Hotel=55102 ภัตตาคาร=Restaurant=56101 คาเฟ่=Cafe=56302 การท่องเที่ยว=Travel=79110
  การบัญชี=Accounting=69200 กฎหมาย=Law=69100 ที่ปรึกษา=Consulting=70209 ประกันภัย=Insurance_Broker=66220 ลิสซิ่ง=Leasing=64911
  รักษาความปลอดภัย=Security_Guard=80100 ทำความสะอาด=Cleaning=81210 แมเนจเม้นท์=Management=82990 โฆษณา=Advertising=73101 สำรวจ=Survey=71103
  เรียลเอสเตท=Real_Estate=68103 พร็อพเพอร์ตี้=Property=68101 แลนด์=Land=68102 กวดวิชา=Tutor=85494 กีฬา=Sports=93111
  เสริมสวย=Beauty=96112 ซักรีด=Laundry=96201 สปา=Spa=96104 เครื่องเขียน=Stationery=47612 แก้วและกระจก=Glass=47521`
  .trim()
  .split(/\s+/)
  .map((triple) => {
    const [th = '', en = '', code = ''] = triple.split('=')
    return { th, en: en.replaceAll('_', ' '), code }
  })

/** English words as Thai firms write them. */
export const borrowed = parts(`
  สมาร์ท=Smart โกลบอล=Global ยูนิตี้=Unity เวิลด์=World เอเชีย=Asia สกาย=Sky บลู=Blue กรีน=Green โกลเด้น=Golden ซิลเวอร์=Silver
  รอยัล=Royal พรีเมียร์=Premier ไพรม์=Prime อัลฟ่า=Alpha เดลต้า=Delta โอเมก้า=Omega เน็กซ์=Next ฟิวเจอร์=Future โมเดิร์น=Modern คลาสสิค=Classic
  ไดนามิค=Dynamic ซินเนอร์จี้=Synergy อินโนเวชั่น=Innovation เวสเทิร์น=Western อีสเทิร์น=Eastern นอร์ทเทิร์น=Northern เซ็นทรัล=Central ริเวอร์=River เมาน์เทน=Mountain ฮาร์เวสต์=Harvest
  ดราก้อน=Dragon ฟีนิกซ์=Phoenix ไทเกอร์=Tiger อีเกิ้ล=Eagle ไลอ้อน=Lion ยูไนเต็ด=United แอดวานซ์=Advance โปร=Pro แม็กซ์=Max ท็อป=Top`)

export const borrowedTrades: readonly (Part & { code: string })[] = `
  เทค=Tech=62020 เอ็นจิเนียริ่ง=Engineering=71102 โซลูชั่น=Solution=62021 ซิสเต็ม=System=62022 เซอร์วิส=Service=82990
  ซัพพลาย=Supply=46599 อินเตอร์เทรด=Intertrade=46903 กรุ๊ป=Group=70100 คอนสตรัคชั่น=Construction=41001 ดีไซน์=Design=74101
  ฟู้ดส์=Foods=10759 แพ็คเกจจิ้ง=Packaging=17020 เพาเวอร์=Power=35101 ออโต้พาร์ท=Auto_Parts=45301 ทรานสปอร์ต=Transport=49323
  เอ็กซ์เพรส=Express=53200 มีเดีย=Media=73101 ดิจิทัล=Digital=63112 แลบอราทอรี่=Laboratory=71200 อะโกร=Agro=01119`
  .trim()
  .split(/\s+/)
  .map((triple) => {
    const [th = '', en = '', code = ''] = triple.split('=')
    return { th, en: en.replaceAll('_', ' '), code }
  })

/** Letters as Thai writes their names. */
export const letters = parts(`
  เอ=A บี=B ซี=C ดี=D อี=E เอฟ=F จี=G เอช=H ไอ=I เจ=J เค=K แอล=L เอ็ม=M เอ็น=N โอ=O พี=P คิว=Q อาร์=R เอส=S ที=T ยู=U วี=V ดับบลิว=W เอ็กซ์=X วาย=Y แซด=Z`)
