import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('platform', {
  image_type_unknown: { status: 415, title: 'The file is not a TIFF, JPEG, PNG or PDF' },
  image_undecodable: { status: 422, title: 'The file is damaged: it cannot be read to its end' },
  image_encrypted: { status: 422, title: 'The PDF is encrypted' },
  image_active_content: { status: 422, title: 'The PDF holds active content or other files' },
  image_too_large: { status: 413, title: 'The file has more bytes than are accepted' },
  image_too_many_pages: { status: 422, title: 'The file has more pages than are accepted' },
  image_too_many_pixels: { status: 422, title: 'The file has more pixels than are accepted' },
  image_bomb: { status: 422, title: 'The file grows beyond measure when it is unpacked' },
  image_page_unknown: { status: 404, title: 'The file has no such page' },
})
