package io.handrail.web.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.handrail.web.page.FreemarkerPages;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Sets a page as a tagged PDF (PDF/UA), with its fonts in it. Its template stands on {@code
 * /shared/paper.ftlh} and is well-formed XML. Nothing is fetched while it is set: no address in a
 * page is ever followed.
 */
@Singleton
public final class Paper {
  private static final int TABLES_AT = 12;
  private static final int TABLE_ENTRY = 16;
  private static final String END = "</body>";
  private static final String SAID =
      "<p class=\"meta\">What stands in square brackets like [grinning face] or [4 letters in Arabic]"
          + " is written so in the portal and cannot be drawn in the faces of this document.</p>";

  /** Where the style goes; the policy for pages keeps styles out of templates. */
  private static final String STYLE = "<meta name=\"paper\" content=\"style\"/>";

  /** On a screen there are no faces of ours at hand, and no sheet. */
  private static final String SCREEN =
      """

      html { background: #f4f1ea; }
      body { max-width: 42em; margin: 0 auto; padding: 2em 1.4em 4em; background: #fff;
        font-family: system-ui, sans-serif; font-size: 1rem; }
      h2 { font-size: 1.25rem; margin-top: 1.6em; padding-top: 0.9em; }
      h3 { font-size: 1.0625rem; margin: 1.4em 0 0.4em; }
      .quote { font-family: Georgia, serif; font-size: 1.0625rem; }
      .named, .source, .meta, .foot { font-size: 0.875rem; }
      .sentence { margin: 0 0 0.7em; }
      """;

  private final FreemarkerPages<?> pages;
  private final String style = text("/paper/paper.css");
  private volatile Glyphs glyphs;

  static {
    // Its log lines quote what they set.
    XRLog.setLoggingEnabled(false);
  }

  Paper(FreemarkerPages<?> pages) {
    this.pages = pages;
  }

  /**
   * The same as a page for a browser, whole in itself: its style is in it and it fetches nothing.
   *
   * @throws FreemarkerPages.BrokenPage naming the template only
   */
  public String page(String view, Object model) {
    String screen = style + SCREEN;
    return "<!doctype html>\n"
        + printable(pages.text(view, model, null))
            .replace(STYLE, "<meta charset=\"utf-8\"/><style>" + screen + "</style>")
            .strip();
  }

  /**
   * @return a PDF document
   * @throws FreemarkerPages.BrokenPage naming the template only
   */
  public byte[] pdf(String view, Object model) {
    Glyphs.Drawable page = glyphs().drawable(printable(pages.text(view, model, null)));
    String told = page.described() ? page.text().replace(END, SAID + END) : page.text();
    String styled = told.replace(STYLE, "<style>" + style + "</style>");
    var out = new ByteArrayOutputStream(64 * 1024);
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useUriResolver((base, address) -> null);
    builder.withProducer("Handrail");
    builder.useFont(() -> font("atkinson-400"), "Atkinson", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("atkinson-700"), "Atkinson", 700, FontStyle.NORMAL, true);
    builder.useFont(() -> font("literata-400"), "Literata", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("literata-400-italic"), "Literata", 400, FontStyle.ITALIC, true);
    builder.withHtmlContent(styled.strip(), "");
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("a page could not be set", e);
    }
    return out.toByteArray();
  }

  /** Read when the first document is asked for; it costs a start nothing. */
  private Glyphs glyphs() {
    Glyphs read = glyphs;
    if (read == null) {
      read = Glyphs.read();
      glyphs = read;
    }
    return read;
  }

  /** Without the few characters that XML cannot hold; a client may have typed any of them. */
  private static String printable(String page) {
    var kept = new StringBuilder(page.length());
    page.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .filter(c -> c != 0xFFFE && c != 0xFFFF)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * A face without its table of substitutions. A ligature such as that of f and t would be drawn,
   * yet whoever copies or hears the document would get neither letter.
   */
  static InputStream font(String name) {
    try (InputStream in = resource("/paper/" + name + ".ttf")) {
      byte[] face = in.readAllBytes();
      int tables = (face[4] & 0xFF) << 8 | face[5] & 0xFF;
      for (int at = TABLES_AT; at < TABLES_AT + tables * TABLE_ENTRY; at += TABLE_ENTRY) {
        // Under a name that nobody looks for, it is as good as gone.
        if (new String(face, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) face[at] = 'x';
      }
      return new ByteArrayInputStream(face);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = Paper.class.getResourceAsStream(path);
    if (in == null) throw new IllegalStateException("not on the class path: " + path);
    return in;
  }

  private static String text(String path) {
    try (InputStream in = resource(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
