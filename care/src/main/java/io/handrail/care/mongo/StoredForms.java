package io.handrail.care.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;

/** How the embedded store's file holds what Handrail keeps: see {@link MongoDocuments}. */
final class StoredForms {
  private static final int OBJECT_BYTES = 96;
  private static final StringDataType TEXT = StringDataType.INSTANCE;

  private StoredForms() {}

  /** A key: one text. */
  static final class Keys extends BasicDataType<KeyValue> {
    @Override
    public int compare(KeyValue a, KeyValue b) {
      return text(a).compareTo(text(b));
    }

    @Override
    public int getMemory(KeyValue key) {
      return OBJECT_BYTES + 2 * text(key).length();
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
      TEXT.write(out, text(key));
    }

    @Override
    public KeyValue read(ByteBuffer in) {
      return new KeyValue(TEXT.read(in));
    }

    @Override
    public KeyValue[] createStorage(int size) {
      return new KeyValue[size];
    }

    private static String text(KeyValue key) {
      return (String) key.get(0);
    }
  }

  /** A document: its key, its version, its sealed body, and nothing else. */
  static final class Documents extends BasicDataType<Document> {
    private static final int FIELDS = 3;

    @Override
    public int getMemory(Document document) {
      return 4 * OBJECT_BYTES + id(document).length() + body(document).length;
    }

    @Override
    public void write(WriteBuffer out, Document document) {
      byte[] body = body(document);
      if (document.size() != FIELDS) throw new IllegalArgumentException("not a document of ours");
      TEXT.write(out, id(document));
      out.putVarLong((Long) document.get("v")).putVarInt(body.length).put(body);
    }

    @Override
    public Document read(ByteBuffer in) {
      var document = new Document("_id", TEXT.read(in)).append("v", DataUtils.readVarLong(in));
      byte[] body = new byte[DataUtils.readVarInt(in)];
      in.get(body);
      return document.append("b", new BinData(body));
    }

    @Override
    public Document[] createStorage(int size) {
      return new Document[size];
    }

    private static String id(Document document) {
      return (String) document.get("_id");
    }

    private static byte[] body(Document document) {
      return ((BinData) document.get("b")).getData();
    }
  }
}
