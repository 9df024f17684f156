using VerifyTests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.StandIn;

/// <summary>The stand-in does what the snapshots need of Verify.</summary>
public sealed class StandInTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("katakit-snapshots-").FullName;

    private string Verified => Path.Combine(_folder, "text.verified.txt");

    private string Received => Path.Combine(_folder, "text.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("\uFEFFone\ntwo\n")]
    public async Task An_equal_text_passes_and_takes_away_what_was_received_before(string accepted)
    {
        await File.WriteAllTextAsync(Verified, accepted);
        await File.WriteAllTextAsync(Received, "of an earlier run");

        await Verify("one\ntwo").UseDirectory(_folder).UseFileName("text");

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public async Task A_changed_text_fails_with_both_lines_and_the_way_to_accept_it()
    {
        await File.WriteAllTextAsync(Verified, "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");

        var failure = await Assert.ThrowsAsync<VerifyException>(
            () => Verify("one\ntwo\nthree\nfour\nfive\n6\nseven\n").UseDirectory(_folder).UseFileName("text"));

        Assert.Contains("    4   four\n    5   five\n    6 - six\n      + 6\n    7   seven\n", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("three", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Acceptance.Command, failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\nthree\nfour\nfive\n6\nseven\n", await File.ReadAllTextAsync(Received));
    }

    [Theory]
    [InlineData("one\n\n")]
    [InlineData("one ")]
    [InlineData("")]
    public async Task What_is_not_seen_is_a_change_too(string accepted)
    {
        await File.WriteAllTextAsync(Verified, accepted);

        await Assert.ThrowsAsync<VerifyException>(() => Verify("one").UseDirectory(_folder).UseFileName("text"));
    }

    [Fact]
    public async Task A_text_that_nobody_has_accepted_fails_and_is_left_to_be_accepted()
    {
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("one\r\ntwo").UseDirectory(_folder).UseFileName("text"));

        Assert.Contains("+ two", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Verified));
        Assert.Equal("\uFEFFone\ntwo"u8.ToArray(), await File.ReadAllBytesAsync(Received));
    }

    [Fact]
    public async Task Two_texts_cannot_have_one_file()
    {
        await File.WriteAllTextAsync(Verified, "one");
        await Verify("one").UseDirectory(_folder).UseFileName("text");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Verify("one").UseDirectory(_folder).UseFileName("text"));
    }
}
