package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A point of a call's sparkline.
 *
 * @param at the end of the window, epoch ms of the audio's time
 * @param anger the caller's smoothed anger, 0 to 1; null where the window was not scored
 */
@Serdeable
public record AngerPoint(long at, @Nullable Float anger) {}
