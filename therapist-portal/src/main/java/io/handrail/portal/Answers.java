package io.handrail.portal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.views.ModelAndView;
import java.net.URI;

/** What a portal page answers with. */
public final class Answers {

  private Answers() {}

  public static HttpResponse<?> page(String view, Object model) {
    return HttpResponse.ok(new ModelAndView<>(view, model));
  }

  /** The form once more, with what was typed and what is wrong with it. */
  public static HttpResponse<?> again(String view, Object model) {
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>(view, model));
  }

  /** Another was first: theirs and what was typed. */
  public static HttpResponse<?> conflict(String view, Object model) {
    return HttpResponse.status(HttpStatus.CONFLICT).body(new ModelAndView<>(view, model));
  }

  /**
   * A document to keep.
   *
   * @param name of the file, without its ending; letters, digits and dashes
   */
  public static HttpResponse<?> pdf(String name, byte[] document) {
    return HttpResponse.ok(document)
        .contentType(MediaType.APPLICATION_PDF_TYPE)
        .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"");
  }

  /** After something was stored. */
  public static HttpResponse<?> to(String address) {
    return HttpResponse.seeOther(URI.create(address));
  }

  /** The same for what is foreign and for what does not exist. */
  public static HttpResponse<?> nothing() {
    return HttpResponse.notFound();
  }
}
