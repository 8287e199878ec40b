package io.temperline.dashboard.tryit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Who may be heard.
 *
 * @param enabled whether voices are taken at all
 * @param atOnce voices at the same time
 * @param longest after so long a trial is ended
 */
@ConfigurationProperties("dashboard.try-it")
record TryItSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "8") @Min(1) @Max(100) int atOnce,
    @Bindable(defaultValue = "5m") Duration longest) {}
