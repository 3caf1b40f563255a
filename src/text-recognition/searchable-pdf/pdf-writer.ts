import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { assert } from '#kernel'

const pack = promisify(deflate)

/** Writes a PDF from front to back: nothing but the places of its objects is kept in memory. */
export type PdfWriter = {
  head(): Buffer
  /** An object that is a dictionary or another value, written out. */
  object(number: number, value: string): Buffer
  /** An object with bytes; `entries` are those of its dictionary beside the length. */
  stream(number: number, entries: string, bytes: Uint8Array): Buffer
  /** Cross-reference table and trailer; every number from 1 to the last must have been written. */
  tail(root: number): Buffer
}

export function createPdfWriter(): PdfWriter {
  const places: number[] = []
  const digest = createHash('sha256')
  let written = 0

  function write(bytes: Buffer): Buffer {
    written += bytes.length
    digest.update(bytes)
    return bytes
  }
  function begin(number: number): void {
    assert(places[number] === undefined, `object ${number} is written once`)
    places[number] = written
  }

  return {
    // The second line tells programs that carry files that these are bytes, not text.
    head: () => write(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')),
    object(number, value) {
      begin(number)
      return write(Buffer.from(`${number} 0 obj\n${value}\nendobj\n`, 'latin1'))
    },
    stream(number, entries, bytes) {
      begin(number)
      const dictionary = `<< ${entries} /Length ${bytes.length} >>`
      const head = Buffer.from(`${number} 0 obj\n${dictionary}\nstream\n`, 'latin1')
      return write(Buffer.concat([head, bytes, Buffer.from('\nendstream\nendobj\n', 'latin1')]))
    },
    tail(root) {
      const start = written
      const rows = Array.from({ length: places.length - 1 }, (_, at) => {
        const place = places[at + 1]
        assert(place !== undefined, `object ${at + 1} is written`)
        return `${String(place).padStart(10, '0')} 00000 n \n`
      })
      const id = digest.copy().digest('hex').slice(0, 32)
      const trailer = `<< /Size ${places.length} /Root ${root} 0 R /ID [<${id}> <${id}>] >>`
      return write(
        Buffer.from(
          `xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join('')}` +
            `trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`,
          'latin1',
        ),
      )
    },
  }
}

/** Text packed, with the dictionary entry that says so. */
export async function packedText(text: string | Uint8Array): Promise<[string, Buffer]> {
  return ['/Filter /FlateDecode', await pack(text)]
}

/** Six places are finer than any printer; PDF knows no exponents. */
export function pdfNumber(value: number): string {
  return Number(value.toFixed(4)).toString()
}
