package dev.heddle.wasm;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
import org.teavm.parsing.resource.Resource;

/** A file's content, without a time: what is made of it depends on nothing else. */
record ReadFile(byte[] content) implements Resource {

  /** A file, or none. */
  static Iterator<Resource> only(Optional<byte[]> content) {
    return content.<Resource>map(ReadFile::new).stream().iterator();
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public Date getModificationDate() {
    return new Date(0);
  }
}
