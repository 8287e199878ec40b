package io.temperline.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.floor.FloorChanges;
import io.temperline.dashboard.source.SourceStatus;

/**
 * What the floor's page is sent.
 *
 * @param now the dashboard's clock, epoch ms
 */
@Serdeable
record FloorMessage(long now, SourceStatus source, FloorChanges floor) {}
