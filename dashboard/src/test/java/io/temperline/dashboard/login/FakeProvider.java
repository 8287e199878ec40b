package io.temperline.dashboard.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider of OpenID Connect who lets everybody in as one person. */
final class FakeProvider implements AutoCloseable {

  private static final RSAKey KEY = key();

  private final HttpServer server;
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private volatile Map<String, Object> claims = Map.of();

  FakeProvider() throws IOException {
    this(0);
  }

  FakeProvider(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            json(
                exchange,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/jwks",
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """
                    .formatted(issuer())));
    server.createContext(
        "/jwks", exchange -> json(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is said of the person from now on. */
  void says(Map<String, Object> claims) {
    this.claims = claims;
  }

  /** How the dashboard was asked to be led back to. */
  String redirectUri() {
    return asked.get("redirect_uri");
  }

  /** An id token for another client. */
  String tokenFor(String client) {
    return idToken(client, "none");
  }

  private void authorize(HttpExchange exchange) throws IOException {
    asked.putAll(parameters(exchange.getRequestURI().getRawQuery()));
    exchange
        .getResponseHeaders()
        .add("Location", asked.get("redirect_uri") + "?code=abc&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String secret = exchange.getRequestHeaders().getFirst("Authorization");
    if (!"Basic dGVtcGVybGluZTp2ZXJ5LXNlY3JldA==".equals(secret)) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    json(
        exchange,
        "{\"access_token\": \"at\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
            .formatted(idToken("temperline", asked.getOrDefault("nonce", ""))));
  }

  private String idToken(String client, String nonce) {
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject("subject-1")
            .audience(client)
            .issueTime(new Date())
            .expirationTime(new Date(System.currentTimeMillis() + 60_000))
            .claim("nonce", nonce);
    claims.forEach(set::claim);
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), set.build());
      token.sign(new RSASSASigner(KEY));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("key-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
