# Names in Xapian under every three letters in a row; any of them, best first by BM25.
# xapian-names.py folder names.tsv: builds the folder when it is not there, then answers a query a line.
import json
import os
import sys

import xapian


def pieces(text):
    letters = "^" + text.lower().replace(" ", "") + "$"
    return {letters[at : at + 3] for at in range(len(letters) - 2)}


folder, names = sys.argv[1], sys.argv[2]
if not os.path.exists(folder):
    writable = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
    with open(names, encoding="utf-8") as lines:
        for line in lines:
            document = xapian.Document()
            document.set_data(line.rstrip("\n"))
            for piece in pieces(line.rstrip("\n").split("\t")[1]):
                document.add_term(piece)
            writable.add_document(document)
    writable.commit()
    writable.close()
database = xapian.Database(folder)
print("ready", flush=True)
for line in sys.stdin:
    enquire = xapian.Enquire(database)
    enquire.set_query(xapian.Query(xapian.Query.OP_OR, sorted(pieces(line.rstrip("\n")))))
    hits = [match.document.get_data().decode().split("\t") for match in enquire.get_mset(0, 10)]
    print(json.dumps(hits), flush=True)
