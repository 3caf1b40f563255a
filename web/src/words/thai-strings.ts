type Words = Readonly<Record<string, string | ((facts: Facts) => string)>>
type Facts = Readonly<Record<string, unknown>>

const locale = Symbol.for('react-aria.i18n.locale')
const strings = Symbol.for('react-aria.i18n.strings')

/**
 * What the widgets of React Aria say by themselves, in Thai, which the library does not bring. A
 * group that is missing here makes its widget throw, so a test holds the keys to the installed version.
 */
export const thaiStrings: Readonly<Record<string, Words>> = {
  '@react-aria/tree': { expand: 'ขยาย', collapse: 'ยุบ' },
  '@react-aria/toast': {
    close: 'ปิด',
    notifications: ({ count }) => `การแจ้งเตือน ${count} รายการ`,
  },
  '@react-aria/tag': {
    removeDescription: 'กด Delete เพื่อนำออก',
    removeButtonLabel: 'นำออก',
  },
  '@react-aria/table': {
    select: 'เลือก',
    selectAll: 'เลือกทั้งหมด',
    sortable: 'เรียงตามคอลัมน์นี้ได้',
    ascending: 'น้อยไปมาก',
    descending: 'มากไปน้อย',
    ascendingSort: ({ columnName }) => `เรียงตาม ${columnName} จากน้อยไปมาก`,
    descendingSort: ({ columnName }) => `เรียงตาม ${columnName} จากมากไปน้อย`,
    columnSize: ({ value }) => `${value} พิกเซล`,
    resizerDescription: 'กด Enter เพื่อปรับความกว้าง',
    expand: 'ขยาย',
    collapse: 'ยุบ',
  },
  '@react-aria/steplist': { steplist: 'รายการขั้นตอน' },
  '@react-aria/spinbutton': { Empty: 'ว่าง' },
  '@react-aria/searchfield': { 'Clear search': 'ล้างคำค้น' },
  '@react-aria/previewtrigger': { longPressMessage: 'กดค้างเพื่อดูตัวอย่าง' },
  '@react-aria/overlays': { dismiss: 'ปิด' },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }) => `ลด ${fieldLabel}`,
    increase: ({ fieldLabel }) => `เพิ่ม ${fieldLabel}`,
    numberField: 'ช่องตัวเลข',
  },
  '@react-aria/menu': { longPressMessage: 'กดค้าง หรือกด Alt + ลูกศรลง เพื่อเปิดเมนู' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'แถวนี้เปิดได้',
    hasLinkAnnouncement: ({ link }) => `แถวนี้มีลิงก์ ${link}`,
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `ไม่เลือก ${item} แล้ว`,
    select: 'เลือก',
    selectedCount: ({ count }) => (count === 0 ? 'ไม่ได้เลือกรายการใด' : `เลือก ${count} รายการ`),
    selectedAll: 'เลือกครบทุกรายการ',
    selectedItem: ({ item }) => `เลือก ${item} แล้ว`,
    longPressToSelect: 'กดค้างเพื่อเข้าโหมดเลือก',
  },
  '@react-aria/dnd': {
    dragItem: ({ itemText }) => `ลาก ${itemText}`,
    dragSelectedItems: ({ count }) => `ลาก ${count} รายการที่เลือก`,
    dragDescriptionKeyboard: 'กด Enter เพื่อเริ่มลาก',
    dragDescriptionKeyboardAlt: 'กด Alt + Enter เพื่อเริ่มลาก',
    dragDescriptionTouch: 'แตะสองครั้งเพื่อเริ่มลาก',
    dragDescriptionVirtual: 'คลิกเพื่อเริ่มลาก',
    dragDescriptionLongPress: 'กดค้างเพื่อเริ่มลาก',
    dragSelectedKeyboard: ({ count }) => `กด Enter เพื่อลาก ${count} รายการที่เลือก`,
    dragSelectedKeyboardAlt: ({ count }) => `กด Alt + Enter เพื่อลาก ${count} รายการที่เลือก`,
    dragSelectedLongPress: ({ count }) => `กดค้างเพื่อลาก ${count} รายการที่เลือก`,
    dragStartedKeyboard: 'เริ่มลากแล้ว กด Tab ไปยังที่วาง กด Enter เพื่อวาง หรือ Escape เพื่อยกเลิก',
    dragStartedTouch: 'เริ่มลากแล้ว ไปยังที่วาง แล้วแตะสองครั้งเพื่อวาง',
    dragStartedVirtual: 'เริ่มลากแล้ว ไปยังที่วาง แล้วคลิกหรือกด Enter เพื่อวาง',
    endDragKeyboard: 'กำลังลาก กด Enter เพื่อยกเลิก',
    endDragTouch: 'กำลังลาก แตะสองครั้งเพื่อยกเลิก',
    endDragVirtual: 'กำลังลาก คลิกเพื่อยกเลิก',
    dropDescriptionKeyboard: 'กด Enter เพื่อวาง กด Escape เพื่อยกเลิก',
    dropDescriptionTouch: 'แตะสองครั้งเพื่อวาง',
    dropDescriptionVirtual: 'คลิกเพื่อวาง',
    dropCanceled: 'ยกเลิกการวางแล้ว',
    dropComplete: 'วางแล้ว',
    dropIndicator: 'ตำแหน่งที่จะวาง',
    dropOnRoot: 'วางบน',
    dropOnItem: ({ itemText }) => `วางบน ${itemText}`,
    insertBefore: ({ itemText }) => `แทรกก่อน ${itemText}`,
    insertBetween: ({ beforeItemText, afterItemText }) =>
      `แทรกระหว่าง ${beforeItemText} กับ ${afterItemText}`,
    insertAfter: ({ itemText }) => `แทรกหลัง ${itemText}`,
  },
  '@react-aria/datepicker': {
    era: 'ศักราช',
    year: 'ปี',
    month: 'เดือน',
    day: 'วันที่',
    hour: 'ชั่วโมง',
    minute: 'นาที',
    second: 'วินาที',
    dayPeriod: 'ก่อนหรือหลังเที่ยง',
    calendar: 'ปฏิทิน',
    startDate: 'วันเริ่มต้น',
    endDate: 'วันสิ้นสุด',
    weekday: 'วันในสัปดาห์',
    timeZoneName: 'เขตเวลา',
    selectedDateDescription: ({ date }) => `วันที่เลือก ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `ช่วงที่เลือก ${startDate} ถึง ${endDate}`,
    selectedTimeDescription: ({ time }) => `เวลาที่เลือก ${time}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }) =>
      `${isGroupChange ? `เข้ากลุ่ม ${groupTitle} มี ${groupCount} ตัวเลือก ` : ''}${optionText}${isSelected ? ' เลือกอยู่' : ''}`,
    countAnnouncement: ({ optionCount }) => `มี ${optionCount} ตัวเลือก`,
    selectedAnnouncement: ({ optionText }) => `เลือก ${optionText} แล้ว`,
    buttonLabel: 'แสดงตัวเลือก',
    listboxLabel: 'ตัวเลือก',
  },
  '@react-aria/calendar': {
    previous: 'เดือนก่อน',
    next: 'เดือนถัดไป',
    selectedDateDescription: ({ date }) => `วันที่เลือก ${date}`,
    selectedRangeDescription: ({ dateRange }) => `ช่วงที่เลือก ${dateRange}`,
    todayDate: ({ date }) => `วันนี้ ${date}`,
    todayDateSelected: ({ date }) => `วันนี้ ${date} เลือกอยู่`,
    dateSelected: ({ date }) => `${date} เลือกอยู่`,
    startRangeSelectionPrompt: 'คลิกเพื่อเริ่มเลือกช่วงวันที่',
    finishRangeSelectionPrompt: 'คลิกเพื่อจบการเลือกช่วงวันที่',
    minimumDate: 'วันแรกที่เลือกได้',
    maximumDate: 'วันสุดท้ายที่เลือกได้',
    dateRange: ({ startDate, endDate }) => `${startDate} ถึง ${endDate}`,
  },
  '@react-aria/breadcrumbs': { breadcrumbs: 'เส้นทาง' },
  '@react-aria/autocomplete': { collectionLabel: 'ตัวเลือก' },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }) => `ต้องไม่ก่อน ${minValue}`,
    rangeOverflow: ({ maxValue }) => `ต้องไม่หลัง ${maxValue}`,
    rangeReversed: 'วันเริ่มต้นต้องมาก่อนวันสิ้นสุด',
    unavailableDate: 'วันนี้เลือกไม่ได้',
  },
  'react-aria-components': {
    selectPlaceholder: 'เลือกรายการ',
    tableResizer: 'ปรับความกว้าง',
    dropzoneLabel: 'ที่วาง',
    colorSwatchPicker: 'ตัวอย่างสี',
  },
}

/** Before the first widget is rendered: the library keeps what it finds then. */
export function giveThaiStrings(): void {
  Object.assign(window, { [locale]: 'th-TH', [strings]: thaiStrings })
}
