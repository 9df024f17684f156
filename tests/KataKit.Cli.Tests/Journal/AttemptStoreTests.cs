using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Journal;

/// <summary>Attempts are named by their content, kept once and never changed.</summary>
public sealed class AttemptStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private AttemptStore Store => new(_folder.Data);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("class A;\r\n")]
    [InlineData("多头 🙂")]
    public void A_text_comes_back_unchanged(string source)
    {
        var hash = Store.Save(source);

        Store.Find(hash).Should().Be(source);
        Store.Save(source).Should().Be(hash);
        Directory.GetFiles(_folder.Data.AttemptsPath, "*", SearchOption.AllDirectories).Should().ContainSingle("the same text is kept once");
    }

    [Fact]
    public void The_name_is_the_SHA256_of_the_text()
        => AttemptStore.HashOf("abc").Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "that is the test vector of FIPS 180-2");

    [Fact]
    public void A_damaged_copy_is_not_passed_off_and_is_mended_by_the_next_save()
    {
        var hash = Store.Save("good");
        File.WriteAllText(Store.PathOf(hash), "bad");

        Store.Find(hash).Should().BeNull();
        Store.Save("good");
        Store.Find(hash).Should().Be("good");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("ZZ7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void What_is_no_name_of_a_text_finds_nothing(string hash) => Store.Find(hash).Should().BeNull();
}
