package io.temperline.dashboard.access;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A file of users, YAML: a list {@code users}, each with {@code name}, {@code password} (its bcrypt
 * hash), {@code roles} and, optionally, {@code queues}.
 */
final class UsersFile {

  private static final Set<String> FIELDS = Set.of("name", "password", "roles", "queues");

  private final String file;

  private UsersFile(String file) {
    this.file = file;
  }

  /**
   * @throws UnusableAccessException where it cannot be used
   */
  static Users read(String file) {
    return new UsersFile(file).users();
  }

  private Users users() {
    if (!(yaml() instanceof Map<?, ?> all)
        || !all.keySet().equals(Set.of("users"))
        || !(all.get("users") instanceof List<?> list)
        || list.isEmpty()) {
      throw problem("has no users: give a list 'users' and nothing beside it");
    }
    Map<String, User> users = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      User user = user(list.get(i), "user " + (i + 1));
      if (users.put(user.name(), user) != null) {
        throw problem("has two users " + user.name() + ": give each a name of their own");
      }
    }
    return new Users(users.values());
  }

  private Object yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      return new Yaml(new SafeConstructor(options)).load(reader);
    } catch (IOException | InvalidPathException e) {
      throw problem(
          "cannot be read (%s): check its path and permissions"
              .formatted(e.getClass().getSimpleName()));
    } catch (MarkedYAMLException e) {
      throw problem(
          "is no YAML: line %d: %s".formatted(e.getProblemMark().getLine() + 1, e.getProblem()));
    } catch (YAMLException e) {
      throw problem("is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private User user(Object entry, String which) {
    if (!(entry instanceof Map<?, ?> fields)) {
      throw problem("%s is not a user: give name, password and roles".formatted(which));
    }
    String name = name(fields.get("name"), which);
    for (Object field : fields.keySet()) {
      if (!FIELDS.contains(field)) {
        throw problem(
            "user %s: %s means nothing: there are name, password, roles and queues"
                .formatted(name, field));
      }
    }
    return new User(
        name,
        hash(fields.get("password"), name),
        roles(fields.get("roles"), name),
        queues(fields.get("queues"), name));
  }

  /** An empty list is more likely to be a slip than to mean all. */
  private Optional<Set<String>> queues(Object value, String name) {
    List<String> queues = texts(value, "queues", name);
    if (value != null && queues.isEmpty()) {
      throw problem("user %s: queues is empty: name some, or leave it out for all".formatted(name));
    }
    return value == null ? Optional.empty() : Optional.of(Set.copyOf(queues));
  }

  private String name(Object value, String which) {
    if (value instanceof String name && !name.isBlank() && name.length() <= 200) {
      return name.strip();
    }
    throw problem(
        "%s has no name: give one of up to 200 characters, in quotes if it is a number"
            .formatted(which));
  }

  /** What is there is not repeated: it may be a password. */
  private String hash(Object value, String name) {
    if (value instanceof String text && Passwords.isHash(text.strip())) {
      return text.strip();
    }
    throw problem(
        "user %s: password is no bcrypt hash: make one with './temperline users hash'"
            .formatted(name));
  }

  private Set<Role> roles(Object value, String name) {
    Set<Role> roles = new HashSet<>();
    for (String word : texts(value, "roles", name)) {
      roles.add(
          Role.of(word)
              .orElseThrow(
                  () ->
                      problem(
                          "user %s: there is no role '%s': there are %s"
                              .formatted(name, word, Role.words()))));
    }
    if (roles.isEmpty()) {
      throw problem("user %s has no roles: give some of %s".formatted(name, Role.words()));
    }
    return roles;
  }

  private List<String> texts(Object value, String field, String name) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list
        && list.stream().allMatch(item -> item instanceof String text && !text.isBlank())) {
      return list.stream().map(String.class::cast).map(String::strip).collect(Collectors.toList());
    }
    throw problem("user %s: %s is no list of names: give [ONE, TWO]".formatted(name, field));
  }

  private UnusableAccessException problem(String what) {
    return new UnusableAccessException("access.users: %s %s".formatted(file, what));
  }
}
