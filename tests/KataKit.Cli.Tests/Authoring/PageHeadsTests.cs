using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Authoring;

/// <summary>The front matter of the pages follows from the contract and the English page.</summary>
public sealed class PageHeadsTests : IDisposable
{
    private const string English = "katas/Foundations/ReverseLinkedList/README.md";
    private const string Chinese = "katas/Foundations/ReverseLinkedList/README.zh-CN.md";
    private const string Contract = "kit/Contracts/Foundations/ReverseLinkedList/IReverseLinkedList.cs";

    private readonly LearnersKit _kit = new();

    public PageHeadsTests()
    {
        _kit.Copy(Contract);
        _kit.Copy("kit/Contracts/Attention/SelfAttention/ISelfAttention.cs");
    }

    public void Dispose() => _kit.Dispose();

    [Fact]
    public void The_pages_of_the_repository_are_as_derived()
    {
        var derived = Derive(LearnersKit.Repository);

        derived.Keys.Should().BeEquivalentTo(
            new DirectoryInfo(Path.Combine(LearnersKit.Repository, "katas")).EnumerateDirectories()
                .SelectMany(track => track.EnumerateDirectories())
                .SelectMany(kata => kata.EnumerateFiles("README*.md"))
                .Select(page => page.FullName)
                .Select(path => Path.GetRelativePath(LearnersKit.Repository, path).Replace('\\', '/')));
        foreach (var (path, text) in derived)
        {
            text.Should().Be(LearnersKit.Read(path).ReplaceLineEndings("\n"), $"`kata sync` writes the head of {path}");
        }
    }

    [Theory]
    [InlineData(English, "id: reverse-linked-list", "id: reverse")]
    [InlineData(English, "id: reverse-linked-list\n", "")]
    [InlineData(English, "[Reverse, ReverseBetween, ReverseInGroups]", "[ReverseBetween, Reverse]")]
    [InlineData(English, "members: [Reverse, ReverseBetween, ReverseInGroups]", "members:\n  - Reverse")]
    [InlineData(Chinese, "id: reverse-linked-list", "id: fanzhuan")]
    [InlineData(Chinese, "minutes: 30", "minutes: 31")]
    [InlineData(Chinese, "difficulty: 1\n", "")]
    [InlineData(Chinese, "members: [Reverse, ReverseBetween, ReverseInGroups]\n", "")]
    public void A_head_that_was_edited_wrongly_is_repaired(string path, string right, string wrong)
    {
        Edit(path, right, wrong);

        Derive(_kit.Root)[path].Should().Be(LearnersKit.Read(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_is_by_hand_stays_and_reaches_the_Chinese_page()
    {
        Edit(English, "title: Reverse a linked list\ndifficulty: 1\nminutes: 30", "title: \"Lists: reversed\"\ndifficulty: 2\nminutes: 25");

        var derived = Derive(_kit.Root);

        derived[English].Should().StartWith("---\nid: reverse-linked-list\ntitle: \"Lists: reversed\"\ndifficulty: 2\nminutes: 25\nmembers: [Reverse, ReverseBetween, ReverseInGroups]\n---\n");
        derived[Chinese].Should().StartWith("---\nid: reverse-linked-list\ntitle: 反转链表\ndifficulty: 2\nminutes: 25\nmembers: [");
    }

    [Fact]
    public void Members_are_those_of_the_contract_each_once_in_the_order_of_their_declaration()
    {
        File.WriteAllText(_kit.PathOf(Contract), """
            namespace KataKit.Contracts;

            /// <summary>Another interface of the file is none of the contract's.</summary>
            public interface INode { int Next { get; } }

            [Kata("turned")]
            public interface IReverseLinkedList<TSelf>
                where TSelf : IReverseLinkedList<TSelf>
            {
                static abstract TSelf Build(int count);
                static abstract TSelf Build(int[] values);
                int Count { get; set; }
                int this[int index] { get; }
                static abstract TSelf operator -(TSelf list);
                TSelf Reverse();
            }
            """);

        Derive(_kit.Root)[English].Should().Contain("\nid: turned\n").And.Contain("\nmembers: [Build, Count, Item, Reverse]\n");
    }

    [Theory]
    [InlineData(Contract, "[Kata(\"reverse-linked-list\")]", "", "IReverseLinkedList.cs")]
    [InlineData(Contract, "interface IReverseLinkedList", "interface IReversed", "IReverseLinkedList.cs")]
    [InlineData(Contract, "int left, int right);", "int left, int", "IReverseLinkedList.cs")]
    [InlineData(English, "title: Reverse a linked list\n", "", "README.md")]
    [InlineData(English, "title: Reverse a linked list", "title: Reverse\n  a linked list", "README.md")]
    [InlineData(English, "minutes: 30\n", "", "README.md")]
    [InlineData(Chinese, "minutes: 30\n", "minutes: 30\nhints: []\n", "README.zh-CN.md")]
    [InlineData(Chinese, "minutes: 30\n", "minutes: soon\n", "README.zh-CN.md")]
    public void What_the_heads_follow_from_must_be_whole(string path, string right, string wrong, string file)
    {
        Edit(path, right, wrong);

        Assert.Throws<CliException>(() => Derive(_kit.Root)).Message.Should().Contain(file);
    }

    [Fact]
    public void A_contract_or_a_page_that_is_missing_is_named()
    {
        File.Delete(_kit.PathOf(Chinese));
        Assert.Throws<CliException>(() => Derive(_kit.Root)).Message.Should().Contain("README.zh-CN.md");
        File.Delete(_kit.PathOf(Contract));
        Assert.Throws<CliException>(() => Derive(_kit.Root)).Message.Should().Contain("IReverseLinkedList.cs");
    }

    private static Dictionary<string, string> Derive(string root)
        => new PageHeads().Derive(LearnersKit.LibraryOf(root)).ToDictionary(file => file.Path, file => file.Text);

    private void Edit(string path, string right, string wrong)
    {
        var text = File.ReadAllText(_kit.PathOf(path)).ReplaceLineEndings("\n");
        text.Should().Contain(right);
        File.WriteAllText(_kit.PathOf(path), text.Replace(right, wrong, StringComparison.Ordinal));
    }
}
