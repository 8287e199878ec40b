package io.temperline.dashboard.archive;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How much of the past is at hand. A call takes about half a kilobyte of memory.
 *
 * @param keep ended calls that are kept, the latest started first
 * @param lookBack how far back histories are read at the start
 */
@ConfigurationProperties("dashboard.archive")
record ArchiveSettings(
    @Bindable(defaultValue = "100000") @Min(0) @Max(2_000_000) int keep,
    @Bindable(defaultValue = "30d") Duration lookBack) {}
