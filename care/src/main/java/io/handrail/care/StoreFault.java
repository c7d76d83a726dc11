package io.handrail.care;

/**
 * The store could not do what was asked. It is caught once, by category; the message never holds
 * content, and nothing of what was read or written is attached.
 */
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of fault it is. */
  public enum Category {
    /** The database does not answer; nothing was stored by this call. */
    UNREACHABLE,
    /** The database stopped answering during a write, which may or may not have been stored. */
    UNCERTAIN,
    /** Others kept changing the same value for longer than we try. */
    CONTENDED,
    /** A stored document is damaged, was moved, or is of an unknown form. */
    UNREADABLE,
    /** A value cannot be stored as it is: a missing part, or too large. */
    UNSTORABLE,
    /** The key that the document was sealed with is gone or was erased. */
    KEY_GONE,
    /** The key-encryption key is missing, malformed, or not the one this store was made with. */
    KEY_WRONG,
    /** The data folder is in use by another process, or cannot be written. */
    FOLDER
  }

  private final Category category;

  /**
   * @param message plain English for an operator, with the mend where there is one
   */
  public StoreFault(Category category, String message) {
    super(message);
    this.category = category;
  }

  public Category category() {
    return category;
  }
}
