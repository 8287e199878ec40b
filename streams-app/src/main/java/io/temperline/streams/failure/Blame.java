package io.temperline.streams.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Whose fault it is that a record could not be read. */
public final class Blame {

  /** What the registry answers to an id that it has never given: the record made it up. */
  private static final int NOT_FOUND = 404;

  private Blame() {}

  /**
   * Whether the record may be sound and must be read again later: the registry could not be asked
   * or refuses us, or Avro trusts none of our classes.
   */
  public static boolean isNotOfTheRecord(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof SSLException
          || cause instanceof SecurityException
          || (cause instanceof RestClientException answer && answer.getStatus() != NOT_FOUND)) {
        return true;
      }
    }
    return false;
  }
}
