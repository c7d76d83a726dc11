package io.handrail.web.page;

import io.handrail.web.page.Assets.Asset;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Serves the files that pages link. */
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
class AssetController {
  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @Get("/{+path}")
  @Produces(MediaType.ALL)
  HttpResponse<?> file(HttpRequest<?> request, String path, @Nullable @QueryValue String v) {
    Asset asset = assets.find(path).orElse(null);
    if (asset == null) return HttpResponse.notFound();
    String tag = "\"" + asset.tag() + "\"";
    // With its hash in the address a file never changes; without, the browser asks each time.
    String keep =
        asset.tag().equals(v)
            ? "public, max-age=31536000, immutable"
            : path.endsWith(".woff2") ? "public, max-age=604800" : "public, no-cache";
    boolean known = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
    var answer =
        known
            ? HttpResponse.notModified()
            : HttpResponse.ok(asset.bytes()).contentType(asset.type());
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, keep);
  }
}
