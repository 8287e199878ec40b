package io.temperline.standalone.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the demo runs.
 *
 * @param data the folder to keep topics and schemas in; empty for a temporary one
 * @param speed 1 is life, 0 as fast as it goes
 * @param httpPort of the dashboard; like the other ports, 0 takes a free one
 */
record DemoSettings(
    Optional<Path> data, double speed, int httpPort, int kafkaPort, int registryPort) {}
