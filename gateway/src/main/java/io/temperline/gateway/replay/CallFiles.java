package io.temperline.gateway.replay;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that make up one call, told by their names alone. */
sealed interface CallFiles {

  /** The call's name: the file's without extension and, of a pair, without the side. */
  String name();

  /** The file that the caller is in. */
  Path caller();

  /** The file that the agent is in, if anywhere. */
  Path agent();

  /** The folder in which the files lie. */
  default Path folder() {
    return caller().toAbsolutePath().getParent();
  }

  /**
   * Pairs the sides and leaves the other files whole, in the order in which the calls first appear.
   *
   * @throws UnusableRecordingsException on a side that is there twice, or an agent without a caller
   */
  static List<CallFiles> pair(List<Path> files) {
    Map<Path, List<Path>> byCall =
        files.stream()
            .collect(
                Collectors.groupingBy(CallFiles::callOf, LinkedHashMap::new, Collectors.toList()));
    return byCall.values().stream()
        .<CallFiles>map(call -> Sides.isSide(call.get(0)) ? Sides.of(call) : new Whole(call.get(0)))
        .toList();
  }

  private static Path callOf(Path file) {
    return Sides.isSide(file) ? file.resolveSibling(Sides.nameOf(file) + "_*") : file;
  }

  private static String withoutExtension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** One file with the whole call: mono, or stereo with the caller left and the agent right. */
  record Whole(Path file) implements CallFiles {

    @Override
    public String name() {
      return withoutExtension(file);
    }

    @Override
    public Path caller() {
      return file;
    }

    @Override
    public Path agent() {
      return file;
    }
  }

  /** A mono file a side: {@code NAME_caller.*} and {@code NAME_agent.*} in one folder. */
  record Sides(String name, Path caller, Optional<Path> other) implements CallFiles {

    private static final Pattern SIDE =
        Pattern.compile("(?<name>.+)_(?<side>caller|agent)", Pattern.CASE_INSENSITIVE);

    @Override
    public Path agent() {
      return other.orElse(caller);
    }

    private static boolean isSide(Path file) {
      return SIDE.matcher(withoutExtension(file)).matches();
    }

    private static String nameOf(Path file) {
      return part("name", file);
    }

    private static Sides of(List<Path> files) {
      String name = nameOf(files.get(0));
      Path caller =
          only("caller", files)
              .orElseThrow(
                  () ->
                      new UnusableRecordingsException(
                          "%s: there is no %s_caller file with it: name both sides of the call"
                              .formatted(files.get(0), name)));
      return new Sides(name, caller, only("agent", files));
    }

    private static Optional<Path> only(String side, List<Path> files) {
      List<Path> found =
          files.stream().filter(file -> part("side", file).equalsIgnoreCase(side)).toList();
      if (found.size() > 1) {
        throw new UnusableRecordingsException(
            found.get(1) + ": this call's " + side + " is already in " + found.get(0));
      }
      return found.stream().findFirst();
    }

    private static String part(String group, Path file) {
      Matcher matcher = SIDE.matcher(withoutExtension(file));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(file + " is not one side of a call");
      }
      return matcher.group(group);
    }
  }
}
