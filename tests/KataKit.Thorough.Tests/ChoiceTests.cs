using KataKit.Grading;
using Xunit;

namespace KataKit.Thorough.Tests;

/// <summary>Which proofs a run takes.</summary>
public sealed class ChoiceTests
{
    private static readonly IReadOnlyList<Proof> Hundred =
        [.. Enumerable.Range(0, 100).Select(i => new Proof($"{(i < 50 ? "a" : "b")}/{i}", [$"kit/{i}", "kit/shared.cs"], (_, _) => Task.FromResult(new Checked(1, []))))];

    [Fact]
    public void Shards_together_are_the_whole_and_none_moves_when_something_comes()
    {
        var shards = Enumerable.Range(1, 4).Select(i => Names(new Choice { Shard = new Shard(i, 4) })).ToList();

        Assert.Equal(Hundred.Select(proof => proof.Name).Order(), shards.SelectMany(names => names).Order());
        Assert.All(shards, names => Assert.InRange(names.Count, 10, 40));
        Assert.Subset(shards[0].ToHashSet(), new Choice { Shard = new Shard(1, 4) }.Of(Hundred.Skip(10)).Select(proof => proof.Name).ToHashSet());
    }

    [Fact]
    public void A_sample_is_always_the_same() => Assert.Equal(Names(new Choice { Sample = 7 }), [.. Names(new Choice()).Take(7)]);

    [Fact]
    public void A_change_touches_what_depends_on_it()
    {
        Assert.Equal(["a/7"], Names(new Choice { Changed = ["kit/7/x/Y.cs", "docs/a.md"] }));
        Assert.Equal(["a/7"], Names(new Choice { Changed = ["kit/7"] }));
        Assert.Empty(Names(new Choice { Changed = ["kit/77x/Y.cs"] }));
        Assert.Equal(100, Names(new Choice { Changed = ["kit/shared.cs"] }).Count);
    }

    [Fact]
    public void What_has_changed_comes_on_top_of_a_sample()
        => Assert.Equal(Names(new Choice { Sample = 5 }).Append("a/7").Distinct().Order(), Names(new Choice { Sample = 5, Changed = ["kit/7/Y.cs"] }).Order());

    [Fact]
    public void A_prefix_narrows() => Assert.Equal(50, Names(new Choice { Only = "b/" }).Count);

    private static List<string> Names(Choice choice) => [.. choice.Of(Hundred).Select(proof => proof.Name)];
}
