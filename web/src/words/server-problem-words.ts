type Pair = readonly [th: string, en: string]

// What goes wrong at the start, on the command line, or in the machinery below every screen.
export const serverProblemWords: Readonly<Record<string, Pair>> = {
  'app.command_unknown': [
    'ไม่มีคำสั่งนี้ ดูคำสั่งทั้งหมดด้วย ./faem --help',
    'There is no such command. See them all with ./faem --help.',
  ],
  'app.option_wrong': [
    'ไม่เข้าใจตัวเลือกนี้ ดูวิธีใช้ด้วย ./faem --help',
    'This option is not understood. See ./faem --help.',
  ],
  'app.port_taken': [
    'มีโปรแกรมอื่นใช้พอร์ต {{port}} อยู่ หยุดโปรแกรมนั้น หรือเลือกพอร์ตอื่นด้วย --port',
    'Another program listens on port {{port}}. Stop it, or choose another with --port.',
  ],
  'app.bug': [
    'ระบบทำงานผิดพลาด สิ่งที่บันทึกไว้แล้วยังอยู่ แจ้งผู้ดูแลระบบพร้อมรหัสนี้',
    'The program made a mistake. What was saved is kept. Tell the administrator this code.',
  ],
  'platform.postgres_does_not_run': [
    'พบโปรแกรมฐานข้อมูลแต่เปิดบนเครื่องนี้ไม่ได้ ติดตั้งใหม่ หรือระบุฐานข้อมูลอื่นด้วย DATABASE_URL',
    'The database programs are here but do not run. Install again, or name a server in DATABASE_URL.',
  ],
  'platform.postgres_not_installed': [
    'ไม่พบโปรแกรมฐานข้อมูลในเครื่อง ติดตั้งใหม่ด้วย npm install หรือระบุฐานข้อมูลด้วย DATABASE_URL',
    'The database programs are not here. Run npm install, or name a server in DATABASE_URL.',
  ],
  'platform.migration_misnamed': [
    'ชื่อไฟล์ปรับโครงสร้างฐานข้อมูลไม่ถูกต้อง ติดตั้งโปรแกรมใหม่ให้ครบชุดเดียวกัน',
    'A file that changes the database is named wrongly. Install one whole release.',
  ],
  'platform.account_missing': [
    'บัญชีผู้ใช้ที่จะเป็นเจ้าของฐานข้อมูลไม่มีชื่อในเครื่องนี้ ให้ผู้ดูแลเครื่องตั้งชื่อบัญชี',
    'The account that should own the database has no name on this machine. Give it one.',
  ],
  'platform.data_folder_taken': [
    'โฟลเดอร์ฐานข้อมูลมีสิ่งที่โปรแกรมนี้ไม่ได้สร้างหรือเปิดไม่ได้ เลือกโฟลเดอร์อื่นด้วย --data',
    'The database folder holds something this program did not make. Choose another with --data.',
  ],
  'platform.data_folder_unusable': [
    'สร้างโฟลเดอร์ฐานข้อมูลไม่ได้ ตรวจสิทธิ์และพื้นที่ว่าง หรือเลือกที่อื่นด้วย --data',
    'The database folder cannot be made. Check rights and free space, or choose another with --data.',
  ],
  'platform.socket_folder_taken': [
    'โฟลเดอร์สำหรับติดต่อฐานข้อมูลเป็นของผู้ใช้อื่น ให้เจ้าของลบออก หรือตั้ง TMPDIR เป็นที่อื่น',
    'The folder of the database socket belongs to somebody else. Have it removed, or set TMPDIR.',
  ],
  'platform.server_too_old': [
    'เซิร์ฟเวอร์ฐานข้อมูลเก่ากว่า PostgreSQL 15 ต้องปรับรุ่นก่อน',
    'The database server is older than PostgreSQL 15. Upgrade it first.',
  ],
  'platform.server_not_utf8': [
    'ฐานข้อมูลไม่ได้เก็บข้อความเป็น UTF-8 สร้างฐานข้อมูลใหม่ด้วย ENCODING UTF8',
    'The database does not keep its text in UTF-8. Create one with ENCODING UTF8.',
  ],
  'platform.server_not_durable': [
    'ฐานข้อมูลถูกตั้งให้อาจลืมสิ่งที่ตอบว่าบันทึกแล้ว เปิด fsync และ synchronous_commit ก่อน',
    'The database may forget what it answered as saved. Switch on fsync and synchronous_commit.',
  ],
  'platform.reader_can_write': [
    'ช่องทางอ่านของฐานข้อมูลเขียนได้ ตรวจการตั้งค่าของเซิร์ฟเวอร์หรือตัวรวมการเชื่อมต่อ',
    'Reading sessions of the database could write. Check the server or the pooler.',
  ],
  'platform.job_defined_twice': [
    'งานชื่อเดียวกันมีผู้ทำสองแห่ง ติดตั้งโปรแกรมใหม่ให้ครบชุดเดียวกัน',
    'Two handlers are declared for one job. Install one whole release.',
  ],
  'platform.job_without_handler': [
    'มีงานในคิวที่โปรแกรมรุ่นนี้ไม่รู้จัก เปิดด้วยรุ่นที่สร้างงานนั้น',
    'The queue holds jobs this release does not know. Start the release that made them.',
  ],
  'platform.blob_digest_differs': [
    'ไฟล์ที่มาถึงไม่ตรงกับที่แจ้งไว้ ส่งไฟล์นี้อีกครั้ง',
    'The bytes received are not the bytes announced. Send the file again.',
  ],
  'platform.blob_too_large': ['ไฟล์ใหญ่เกินที่รับได้', 'The file is larger than is accepted.'],
  'platform.store_suspect': [
    'ที่เก็บเขียนลงดิสก์ไม่สำเร็จและหยุดรับงานแล้ว แจ้งผู้ดูแลระบบทันที',
    'The store failed to force bytes to disk and takes no more. Tell the administrator at once.',
  ],
  'platform.disk_full': [
    'ดิสก์ของเครื่องแม่ข่ายเต็ม รายการนี้ยังไม่บันทึก แจ้งผู้ดูแลระบบ',
    'The server’s disk is full; this was not saved. Tell the administrator.',
  ],
  'platform.sync_failed': [
    'ดิสก์ไม่ยืนยันการเขียน จึงยังไม่บันทึก แจ้งผู้ดูแลระบบ',
    'The disk did not confirm a write; nothing was saved. Tell the administrator.',
  ],
  'platform.store_unreadable': [
    'อ่านที่เก็บไม่ได้ในขณะนี้ ลองอีกครั้ง หรือแจ้งผู้ดูแลระบบ',
    'The store cannot be read just now. Try again, or tell the administrator.',
  ],
  'platform.commit_unknown': [
    'ยังไม่ทราบว่าบันทึกสำเร็จหรือไม่ กดบันทึกซ้ำได้ ระบบจะไม่บันทึกสองครั้ง',
    'It is not known yet whether this was saved. Save again; it is never recorded twice.',
  ],
  'platform.database_unreachable': [
    'ติดต่อฐานข้อมูลไม่ได้ชั่วคราว สิ่งที่พิมพ์ยังอยู่ ลองอีกครั้ง',
    'The database cannot be reached for the moment. What you typed is still here; try again.',
  ],
  'platform.database_contended': [
    'มีผู้อื่นแก้ไขรายการเดียวกันพร้อมกัน ลองอีกครั้ง',
    'Others change the same thing at once. Try again.',
  ],
  'identity.wrong_password': ['รหัสผ่านไม่ถูกต้อง ลองอีกครั้ง', 'The password is wrong. Try again.'],
  'identity.own_administration': [
    'ถอนหน้าที่ผู้ดูแลระบบของตนเองไม่ได้ ให้ผู้ดูแลคนอื่นถอน',
    'Nobody revokes their own administration. Ask another administrator.',
  ],
  'identity.sign_in_failed': [
    'ระบบเข้าใช้งานขัดข้องชั่วคราว ลองอีกครั้ง',
    'Signing in does not work for the moment. Try again.',
  ],
}
