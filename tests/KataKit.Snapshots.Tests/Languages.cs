using Xunit;

namespace KataKit.Snapshots.Tests;

/// <summary>The languages in which people read the kit, for tests that show something in each.</summary>
internal sealed class Languages : TheoryData<string>
{
    public static readonly IReadOnlyList<string> All = ["en", "zh-Hans"];

    public Languages() => AddRange([.. All]);
}
