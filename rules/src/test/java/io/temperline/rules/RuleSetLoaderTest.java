package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetLoaderTest {

  @Test
  void readsAllThatARuleCanSay() {
    RuleSet set =
        new RuleSetLoader()
            .load(
                """
                version: "2026-11-21.1"
                effectiveFrom: 2026-11-21T01:00:00+01:00
                rules:
                  - name: sustained-anger
                    expr: anger >= 0.3
                    for: 1m2s500ms
                    clock: speech
                    keepFiring: {until: anger < 0.15, for: 5s}
                    cooldown: 30s
                    severity: critical
                    action: transfer-to-agent
                    scope: {queue: [billing], language: [en, de-AT], attributes: {tier: [gold]}}
                    labels: {team: floor}
                    updates: {value: anger, step: 0.1}
                    annotations: {summary: "Anger {{ anger }}"}
                """);

    assertThat(set.version()).isEqualTo("2026-11-21.1");
    assertThat(set.effectiveFrom()).contains(Instant.parse("2026-11-21T00:00:00Z"));
    Rule rule = set.rules().get(0);
    assertThat(rule.expr().source()).isEqualTo("anger >= 0.3");
    assertThat(rule.lasting()).isEqualTo(Duration.ofMillis(62_500));
    assertThat(rule.clock()).isEqualTo(Clock.SPEECH);
    assertThat(rule.keepFiring().orElseThrow().until())
        .map(Expression::source)
        .contains("anger < 0.15");
    assertThat(rule.calm()).isEqualTo(Duration.ofSeconds(5));
    assertThat(rule.cooldown()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rule.action()).contains(Action.TRANSFER_TO_AGENT);
    assertThat(rule.scope())
        .isEqualTo(
            new Scope(List.of("billing"), List.of("en", "de-AT"), Map.of("tier", List.of("gold"))));
    assertThat(rule.labels()).isEqualTo(Map.of("team", "floor"));
    assertThat(rule.updates().orElseThrow().step()).isEqualTo(0.1);
    assertThat(rule.annotations().get("summary").source()).isEqualTo("Anger {{ anger }}");
  }

  @Test
  void takesASetWithoutRules() {
    assertThat(new RuleSetLoader().load("{version: none, rules: []}"))
        .isEqualTo(new RuleSet("none", Optional.empty(), List.of()));
  }

  @Test
  void reportsEveryProblemOfAFile() {
    assertThat(
            problems(
                """
                versio: 1
                effectiveFrom: yesterday
                rules:
                  - name: a
                    expr: angr >= 0.3
                    for: 2
                    severity: crtical
                    updates: {value: holds, step: -1}
                    keepFiring: {}
                    scope: {queue: billing, language: [english language]}
                  - name: a
                    expr: silence > 8
                    severity: info
                    keepfiring: {for: 2s}
                  - expr: "anger"
                    cooldown: forever
                    action: call-police
                    labels: [floor]
                  - hello
                """))
        .containsExactly(
            "line 1, column 1: the rule set has no 'versio'; did you mean 'version'?",
            "line 1, column 1: the rule set has no 'version'; add one, such as version:"
                + " \"2026-11-21.1\"",
            "line 2, column 16: the rule set: effectiveFrom cannot be 'yesterday'; write a time"
                + " with its offset, such as 2026-11-21T00:00:00Z",
            "line 5, column 11: rule 'a': expr: nothing is called 'angr'; did you mean 'anger'?",
            "line 6, column 10: rule 'a': for cannot be '2'; write a duration such as 2s, 500ms or"
                + " 1m30s",
            "line 7, column 15: rule 'a': severity cannot be 'crtical'; did you mean 'critical'?",
            "line 8, column 22: rule 'a': updates: value is of type int; it must be a double, such"
                + " as anger",
            "line 8, column 35: rule 'a': updates: step cannot be '-1'; write a number above 0,"
                + " such as 0.1",
            "line 9, column 17: rule 'a': keepFiring says nothing; add until, for or both",
            "line 10, column 20: rule 'a': scope: queue must be a list such as [a, b], not"
                + " 'billing'",
            "line 10, column 40: rule 'a': scope: language cannot be 'english language'; write a"
                + " BCP 47 tag such as en or de-AT",
            "line 11, column 11: another rule is called 'a'; rename one of them",
            "line 12, column 19: rule 'a': expr: '>' cannot take (duration, int); write a duration"
                + " as duration(\"8s\")",
            "line 14, column 5: rule 'a' has no 'keepfiring'; did you mean 'keepFiring'?",
            "line 15, column 5: the rule has no 'name'; add one, such as name: sustained-anger",
            "line 15, column 5: the rule has no 'severity'; add severity: info, warning or"
                + " critical",
            "line 15, column 12: the rule: expr is of type double; it must be true or false, such"
                + " as anger >= 0.3",
            "line 16, column 15: the rule: cooldown cannot be 'forever'; write a duration such as"
                + " 2s, 500ms or 1m30s",
            "line 17, column 13: the rule: action cannot be 'call-police'; there are"
                + " notify-supervisor, transfer-to-agent, raise-priority, offer-call-back,"
                + " advise-ending",
            "line 18, column 13: the rule: labels must be a block of keys and values, not a list",
            "line 19, column 5: the rule must be a block of keys and values, not 'hello'");
  }

  /** The name {@code wrong} is nowhere else, so that its place is that of the problem. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "expr: anger > 0.2 && wrong",
        "expr:   anger > 0.2 && wrong  # why",
        "expr: anger > 0.2\n      && silence > duration('8s')\n      && wrong",
        "expr: 'queue == \"it''s\" && wrong'",
        "expr: \"queue == \\\"it's\\\" && \\u0061nger > 0.1\\n && wrong\"",
        "expr: \"queue == '\\U0001F600\\_\\x41' && wrong\"",
        "expr: \"queue == 'a' \\\n      && wrong\"",
        "expr: |\n      anger > 0.2\n        && wrong",
        "expr: |2-  # two\n       anger > 0.2\n\n        && wrong",
        "expr: >-\n      anger > 0.2\n      && silence > duration('8s')\n\n      && wrong",
        "expr: queue == '\uD83D\uDE00' && wrong",
        "expr: anger > 0.2\n    annotations: {a: \"\uD83D\uDE00 {{ anger }} \\\"x\\\" {{ wrong }}\"}",
        "expr: anger > 0.2\n    annotations:\n      a: >\n        so {{ anger }}\n        and {{ wrong }}"
      })
  void pointsIntoTheFileHoweverTheExpressionIsWritten(String rule) {
    String yaml =
        "# \uD83D\uDE00\nversion: v\nrules:\n  - name: a\n    severity: info\n    " + rule + "\n";
    int at = yaml.indexOf("wrong");
    String before = yaml.substring(0, at);
    int line = (int) before.lines().count();
    String start = before.substring(before.lastIndexOf('\n') + 1);

    List<Problem> found = found(yaml);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains("nothing is called 'wrong'");
    assertThat(List.of(found.get(0).line(), found.get(0).column()))
        .isEqualTo(List.of(line, start.codePointCount(0, start.length()) + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "speaking_rate > 5 | column 23: rule 'a': expr: '>' cannot take (double, int); write a double with a point, as 1.0, and an int without, as 1",
        "silence > 8 | column 17: rule 'a': expr: '>' cannot take (duration, int); write a duration as duration(\"8s\")",
        "silence > duration(\"8 apples\") | column 28: rule 'a': expr: this is no duration; write one such as duration(\"8s\") or duration(\"1m30s\")",
        "queue.matches(\"(\") | column 23: rule 'a': expr: Regex validation failed. Reason: Unclosed group near index 1 (; see docs/rules.md for what can be written",
        "anger > | column 16: rule 'a': expr is not an expression: it ends too soon; see docs/rules.md for what can be written",
        "anger > 0.1 or silence | column 21: rule 'a': expr is not an expression: 'or' does not fit there; see docs/rules.md for what can be written",
        "duratoin(\"2s\") < silence | column 17: rule 'a': expr: nothing is called 'duratoin'; did you mean 'duration'?",
        "volume > 1.0 | column 9: rule 'a': expr: nothing is called 'volume'; docs/rules.md lists the figures",
        "holding > silence | column 9: rule 'a': expr: 'holding' is known in annotations only; use another figure",
        "emotions[\"sadd\"] > 0.1 | column 9: rule 'a': expr: the model knows no emotion 'sadd'; did you mean 'sad'?",
        "emotions.agry > 0.1 | column 9: rule 'a': expr: the model knows no emotion 'agry'; did you mean 'angry'?",
        "queue | column 9: rule 'a': expr is of type string; it must be true or false, such as anger >= 0.3"
      })
  void saysInPlainWordsWhatIsWrongWithAnExpression(String expr, String said) {
    assertThat(
            problems(
                "version: v\nrules:\n- name: a\n  severity: info\n  expr: " + expr, "sad", "angry"))
        .singleElement()
        .asString()
        .isEqualTo("line 5, " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "anger > 50 => column 11: rule 'a': expr: anger goes from 0 to 1, so anger > 50 is never true; for 50 % write 0.5",
        "50.0 < anger => column 10: rule 'a': expr: anger goes from 0 to 1, so 50.0 < anger is never true; for 50 % write 0.5",
        "talk_share <= 12.5 => column 16: rule 'a': expr: talk_share goes from 0 to 1, so talk_share <= 12.5 is always true; for 12.5 % write 0.125",
        "emotions[\"sad\"] >= 80 => column 21: rule 'a': expr: emotions[\"sad\"] goes from 0 to 1, so emotions[\"sad\"] >= 80 is never true; for 80 % write 0.8",
        "emotions.sad > 1.0 => column 18: rule 'a': expr: emotions.sad goes from 0 to 1, so emotions.sad > 1.0 is never true; compare it with a number in between",
        "valence < -3 => column 13: rule 'a': expr: valence goes from -1 to 1, so valence < -3 is never true; compare it with a number in between",
        "arousal_trend_60s != 2.5 => column 23: rule 'a': expr: arousal_trend_60s goes from -2 to 2, so arousal_trend_60s != 2.5 is always true; compare it with a number in between",
        "anger >= 0.0 => column 11: rule 'a': expr: anger goes from 0 to 1, so anger >= 0.0 is always true; compare it with a number in between",
        "holds < 0 => column 11: rule 'a': expr: holds is never below 0, so holds < 0 is never true; compare it with more than 0",
        "silence > duration(\"-1s\") => column 13: rule 'a': expr: silence is never below 0, so silence > duration(\"-1s\") is always true; compare it with more than 0",
        "on_hold && anger > 2.0 => column 22: rule 'a': expr: anger goes from 0 to 1, so anger > 2.0 is never true; for 2 % write 0.02",
        "on_hold || anger > 2.0 => column 22: rule 'a': expr: anger goes from 0 to 1, so anger > 2.0 is never true; for 2 % write 0.02",
        "on_hold ? !(anger > 2.0) : on_hold => column 23: rule 'a': expr: anger goes from 0 to 1, so anger > 2.0 is never true; for 2 % write 0.02",
        "[1.0].exists(x, anger == 2.0) => column 27: rule 'a': expr: anger goes from 0 to 1, so anger == 2.0 is never true; for 2 % write 0.02"
      })
  void refusesAComparisonThatTheFiguresRangeSettles(String expr, String said) {
    assertThat(problems("version: v\nrules:\n- name: a\n  severity: info\n  expr: >-\n    " + expr))
        .containsExactly("line 6, " + said);
  }

  @Test
  void refusesItInKeepFiringToo() {
    assertThat(problems(rule("keepFiring: {until: anger < 15}")))
        .singleElement()
        .asString()
        .endsWith(
            "keepFiring: until: anger goes from 0 to 1, so anger < 15 is always true; for 15 % write 0.15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anger >= 1.0",
        "anger <= 0.0",
        "anger > 0.0",
        "anger == 0.0",
        "valence > -1.0",
        "holds == 0",
        "hold > duration(\"0s\")",
        "caller_loudness > 50.0 && agent_loudness < -500.0",
        "caller_pitch_rise < -50.0",
        "speaking_rate > 1000.0",
        "anger > valence",
        "emotions[[queue].map(q, q)[0]] > 2.0",
        "2.0 > 1.0"
      })
  void takesAComparisonThatHangsOnTheFigure(String expr) {
    assertThat(
            new RuleSetLoader()
                .load("version: v\nrules:\n- name: a\n  severity: info\n  expr: " + expr)
                .rules())
        .hasSize(1);
  }

  @Test
  void tellsAllThatIsWrongWithAnExpressionInItsOrder() {
    String expr =
        """
        version: v
        rules:
        - name: a
          severity: info
          expr: >-
            angr > 0.1 && emotions.sadd > 0.1
            && silence > 8 && silence > duration("x")
            && queue.matches("(") && anger < 50
            && emotions.sadd < 0.9 && valnce < 0.0
        """;

    assertThat(problems(expr, "sad", "angry"))
        .containsExactly(
            "line 6, column 5: rule 'a': expr: nothing is called 'angr'; did you mean 'anger'?",
            "line 6, column 19: rule 'a': expr: the model knows no emotion 'sadd'; did you mean"
                + " 'sad'?",
            "line 7, column 16: rule 'a': expr: '>' cannot take (duration, int); write a duration"
                + " as duration(\"8s\")",
            "line 7, column 42: rule 'a': expr: this is no duration; write one such as"
                + " duration(\"8s\") or duration(\"1m30s\")",
            "line 8, column 22: rule 'a': expr: Regex validation failed. Reason: Unclosed group"
                + " near index 1 (; see docs/rules.md for what can be written",
            "line 8, column 36: rule 'a': expr: anger goes from 0 to 1, so anger < 50 is always"
                + " true; for 50 % write 0.5",
            "line 9, column 8: rule 'a': expr: the model knows no emotion 'sadd'; did you mean"
                + " 'sad'?",
            "line 9, column 31: rule 'a': expr: nothing is called 'valnce'; did you mean"
                + " 'valence'?");
  }

  @Test
  void tellsOfAnEmotionWhereTheTypeIsWrongToo() {
    assertThat(problems(rule("keepFiring: {until: emotions.sadd}"), "sad", "angry"))
        .hasSize(2)
        .anySatisfy(said -> assertThat(said).contains("knows no emotion 'sadd'"))
        .anySatisfy(said -> assertThat(said).contains("of type double"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` ` | line 1, column 1: the file is empty; it needs version and rules",
        "`hello` | line 1, column 1: the rule set must be a block of keys and values, not 'hello'",
        "{version: v} | line 1, column 1: the rule set has no 'rules'; add a list of them",
        "{version: v, rules: {a: b}} | line 1, column 21: rules must be a list, each rule after a '-', not a block of keys",
        "{version: , rules: []} | line 1, column 10: the rule set: version must be one value, not nothing",
        "{version: a, version: b, rules: []} | line 1, column 14: 'version' is given twice; keep one of them",
        "{version: &v a, rules: [{name: *v, expr: true, severity: info}]} | line 1, column 32: '*v' is a YAML alias; write the value itself"
      })
  void saysWhatIsWrongWithAFile(String yaml, String said) {
    assertThat(problems(yaml)).contains(said);
  }

  @Test
  void saysWhereAFileIsNoYaml() {
    assertThat(problems("version: v\nrules:\n  - name: [a\n  - name: b\n"))
        .singleElement()
        .asString()
        .isEqualTo(
            "line 4, column 9: not YAML: while parsing a flow sequence, expected ',' or ']', but got :; mend this line or the one before it");
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThat(problems("version: v\nrules: " + "[".repeat(500)))
        .singleElement()
        .asString()
        .contains("more than 20 deep");
  }

  @Test
  void refusesASetThatNoRecordWouldHold() {
    assertThat(problems("version: v\nrules: []\n" + "#".repeat(RuleSetLoader.MOST_CHARACTERS)))
        .containsExactly(
            "line 1, column 1: the set has 262165 characters, at most 262144 are allowed");
  }

  @Test
  void refusesBracesThatAreNotClosed() {
    assertThat(problems(rule("annotations: {a: 'so {{ anger }'}")))
        .containsExactly(
            "line 1, column 88: a of rule 'a': annotations: {{ is not closed; write }} behind it");
  }

  @Test
  void takesAnyEmotionWhereTheModelIsNotKnown() {
    RuleSet rules = new RuleSetLoader().load(rule("keepFiring: {until: emotions.glee > 0.5}"));

    assertThat(rules.rules()).hasSize(1);
  }

  @Test
  void theExceptionTellsAllOnALineEach() {
    assertThatThrownBy(() -> new RuleSetLoader().load("{verion: v, rule: []}"))
        .hasMessage(
            """
            line 1, column 1: the rule set has no 'version'; add one, such as version: "2026-11-21.1"
            line 1, column 1: the rule set has no 'rules'; add a list of them
            line 1, column 2: the rule set has no 'verion'; did you mean 'version'?
            line 1, column 13: the rule set has no 'rule'; did you mean 'rules'?""");
  }

  private static String rule(String more) {
    return "{version: v, rules: [{name: a, severity: info, expr: anger > 0.1, " + more + "}]}";
  }

  private static List<String> problems(String yaml, String... emotions) {
    return found(yaml, emotions).stream().map(Problem::toString).toList();
  }

  private static List<Problem> found(String yaml, String... emotions) {
    return catchThrowableOfType(
            UnusableRulesException.class, () -> new RuleSetLoader(Set.of(emotions)).load(yaml))
        .problems();
  }
}
