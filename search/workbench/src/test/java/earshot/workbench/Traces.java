package earshot.workbench;

import earshot.data.DataFolder;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Where a word lies in a data folder: in the bytes of every file and, where those are compressed,
 * in what they hold: stored fields, terms and values of the index, deleted documents included;
 * columns of the tables; rows of the database.
 */
final class Traces {
  private final DataFolder folder;
  private final String word;

  private Traces(DataFolder folder, String word) {
    this.folder = folder;
    this.word = word.toLowerCase(Locale.ROOT);
  }

  /** The places that hold it; files as paths inside of the folder. */
  static List<String> of(DataFolder folder, String word) throws IOException, SQLException {
    return new Traces(folder, word).find();
  }

  private List<String> find() throws IOException, SQLException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.root())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (holds(file)) {
          found.add(folder.root().relativize(file).toString());
        }
      }
    }
    if (inIndex()) {
      found.add("documents of the index");
    }
    try (Database database = Database.open(folder, null)) {
      if (holds(DatabaseContract.everything(database))) {
        found.add("rows of the database");
      }
    }
    return found;
  }

  private boolean holds(Path file) throws IOException, SQLException {
    try {
      return holds(Files.readString(file, StandardCharsets.ISO_8859_1))
          || file.toString().endsWith(".parquet") && holds(columns(file));
    } catch (NoSuchFileException e) {
      return false; // deleted meanwhile
    }
  }

  private boolean holds(String text) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  private static String columns(Path parquet) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(t as varchar) from read_parquet('" + parquet + "') t")) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  private boolean inIndex() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.index());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (stored(leaf.reader()) || indexed(leaf.reader())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean stored(LeafReader reader) throws IOException {
    for (int document = 0; document < reader.maxDoc(); document++) {
      if (holds(reader.storedFields().document(document).toString())) {
        return true;
      }
    }
    return false;
  }

  private boolean indexed(LeafReader reader) throws IOException {
    for (FieldInfo field : reader.getFieldInfos()) {
      Terms terms = reader.terms(field.name);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        if (holds(latin(term))) {
          return true;
        }
      }
      boolean blob = field.getDocValuesType() == DocValuesType.BINARY;
      BinaryDocValues values = blob ? reader.getBinaryDocValues(field.name) : null;
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (holds(latin(values.binaryValue()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String latin(BytesRef bytes) {
    return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.ISO_8859_1);
  }
}
