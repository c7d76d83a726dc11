package io.handrail.web.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files under {@code classpath:assets}, read once. Only what exists is remembered. */
@Singleton
public class Assets {
  private static final Pattern PATH = Pattern.compile("[a-zA-Z0-9_-][a-zA-Z0-9._/-]{0,199}");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"));
  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /**
   * One file.
   *
   * @param tag the first 16 hex digits of its SHA-256
   */
  public record Asset(byte[] bytes, String type, String tag) {}

  /**
   * @param path below {@code assets/}, for example {@code shared/tokens.css}
   */
  public Optional<Asset> find(String path) {
    if (!PATH.matcher(path).matches() || path.contains("..")) return Optional.empty();
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) return Optional.empty();
    return Optional.ofNullable(read.computeIfAbsent(path, p -> load(p, type)));
  }

  private static Asset load(String path, String type) {
    try (var in = Assets.class.getClassLoader().getResourceAsStream("assets/" + path)) {
      if (in == null) return null;
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, type, HexFormat.of().formatHex(hash, 0, 8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The address of a file with its hash, which a browser may keep for a year.
   *
   * @param address for example {@code /assets/shared/tokens.css}
   */
  String versioned(String address) {
    Asset asset =
        find(address.replaceFirst("^/assets/", ""))
            .orElseThrow(() -> new IllegalArgumentException("no asset " + address));
    return address + "?v=" + asset.tag();
  }
}
