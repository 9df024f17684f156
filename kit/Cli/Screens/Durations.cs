using System.Globalization;

namespace KataKit.Cli;

/// <summary>Times as people read them; the same in all languages.</summary>
internal static class Durations
{
    /// <summary>As on a clock: <c>4:07</c>, <c>1:02:33</c>. Fractions of a second are cut off.</summary>
    public static string Clock(TimeSpan time)
        => time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");

    /// <summary>A countdown: it shows 0:00 only when the time is up.</summary>
    public static string Countdown(TimeSpan left) => Clock(TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)));

    /// <summary>A date, by the day: <c>2026-11-21</c>.</summary>
    public static string Day(DateTimeOffset at, TimeProvider time)
        => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment: <c>2026-11-21 09:30</c>.</summary>
    public static string Moment(DateTimeOffset at, TimeProvider time)
        => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
