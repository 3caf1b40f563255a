export const limits = {
  file_bytes_max: 100 * 1024 ** 2,
  file_pages_max: 500,
  page_pixels_max: 200_000_000,
  file_pixels_max: 2_000_000_000,
  /** For one page, or for opening a file. A page is one request to a child. */
  request_ms_max: 30_000,
  /** For all pages of a file together. */
  examine_ms_max: 20 * 60_000,
  child_memory_bytes_max: 1024 ** 3,
  /** Decoded bytes for each byte of the file, looked at only above `ratio_free_pixels_max`. */
  ratio_max: 200,
  /** A3 at 600 dpi. Below it a blank bitonal page honestly shrinks 2,000 times. */
  ratio_free_pixels_max: 70_000_000,
  page_objects_max: 200_000,
  rendition_width_px_max: 10_000,
  codes_per_page_max: 16,
  code_pixels_max: 12_000_000,
}
