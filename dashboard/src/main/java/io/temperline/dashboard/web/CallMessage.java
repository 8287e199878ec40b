package io.temperline.dashboard.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.source.SourceStatus;

/**
 * What a call's page is sent.
 *
 * @param now the dashboard's clock, epoch ms
 * @param call the call, or what is new of it; null where nothing is
 */
@Serdeable
record CallMessage(long now, SourceStatus source, @Nullable CallDetail call) {}
