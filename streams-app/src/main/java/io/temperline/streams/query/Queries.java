package io.temperline.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests from the stores of this instance, or from the instance that has the answer. */
final class Queries {

  private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

  private final Questions questions;
  private final OtherInstances others = new OtherInstances();

  Queries(Questions questions) {
    this.questions = questions;
  }

  /**
   * @param address as it was asked for, encoded
   * @param passedOn whether another instance asks
   */
  Answer answer(String method, String address, boolean passedOn) {
    try {
      String path = new URI(address).getRawPath();
      return path == null ? notEncoded() : answerAt(method, path, passedOn).at(path);
    } catch (URISyntaxException e) {
      return notEncoded();
    }
  }

  private Answer answerAt(String method, String path, boolean passedOn) {
    if (!method.equals("GET")) {
      return Answer.problem(405, method + " is not answered here: ask with GET");
    }
    try {
      Questions.Found found = find(path.split("/", -1));
      if (found.elsewhere() == null) {
        return found.answer();
      }
      return passedOn
          ? Answer.notNow("calls are being moved between instances: ask again in a few seconds")
          : others.ask(found.elsewhere(), path);
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be answered", path, e);
      return Answer.problem(500, "an unexpected failure: see the log of the instance");
    }
  }

  private Questions.Found find(String[] path) {
    if (path.length == 4 && path[1].equals("customers") && path[3].equals("calls")) {
      return questions.callsOf(decoded(path[2]));
    }
    if (path.length == 3 && path[1].equals("calls")) {
      return questions.call(decoded(path[2]));
    }
    return new Questions.Found(Answer.unknown("ask for /customers/ID/calls or /calls/ID"), null);
  }

  private static Answer notEncoded() {
    return Answer.problem(
        400, "the address is not encoded as a URL: write a % as %25 and a space as %20");
  }

  /** In a path, a plus is one. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }
}
