using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ParameterMutatedTests
{
    [Theory]
    [InlineData("[|logits[0, 0] = 1|]; return logits.Clone();")]
    [InlineData("for (int i = 0; i < logits.RowCount; i++) { [|logits[i, 0] -= 2|]; } return logits.Clone();")]
    [InlineData("var same = logits; [|same[0, 0]++|]; return logits.Clone();")]
    [InlineData("[|logits.MapInplace(z => z + 1)|]; return logits.Clone();")]
    [InlineData("[|logits.SetRow(0, logits.Row(1))|]; return logits.Clone();")]
    [InlineData("[|logits.Multiply(2, logits)|]; return logits.Clone();")]
    [InlineData("[|logits.AsColumnMajorArray()[0] = 1|]; return logits.Clone();")]
    [InlineData("Shift(logits); return logits.Clone(); static void Shift(Matrix<double> m) => [|m[0, 0] = 3|];")]
    public Task Reports_a_matrix_that_is_written_into(string body) => Verify.Reports("KATA0010", KataSource.WithBody("SelfAttention", "Softmax", body));

    [Theory]
    [InlineData("var list = (List<int>)ids; [|list.Clear()|]; return string.Empty;")]
    [InlineData("if (ids is int[] array) [|Array.Sort(array)|]; return string.Empty;")]
    [InlineData("if (ids is int[] array) foreach (ref var id in array.AsSpan()) [|id = 0|]; return string.Empty;")]
    public Task Reports_a_list_that_is_written_into(string body) => Verify.Reports("KATA0010", KataSource.WithBody("BpeTokenizer", "Decode", body));

    [Theory]
    [InlineData("a copy", "var copy = logits.Clone(); copy[0, 0] = 1; copy.MapInplace(z => z + 1); return copy;")]
    [InlineData("the parameter holds a copy", "logits = logits.Clone(); logits[0, 0] = 1; return logits;")]
    [InlineData("an array of its entries", "var entries = logits.ToArray(); entries[0, 0] = 1; Array.Clear(entries); return Matrix<double>.Build.DenseOfArray(entries);")]
    [InlineData("a row, which is a copy", "var row = logits.Row(0); row[0] = 1; row.MapInplace(z => z + 1); return row.ToRowMatrix();")]
    [InlineData("the result of an operation elsewhere", "var sum = logits.Clone(); logits.Add(1, sum); return sum;")]
    [InlineData("a helper that writes into what this member made", "var copy = logits.Clone(); Shift(copy); return copy; static void Shift(Matrix<double> m) => m[0, 0] = 3;")]
    public Task Is_silent_about(string what, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.WithBody("SelfAttention", "Softmax", body));
    }

    [Fact]
    public Task Is_silent_about_links_of_nodes()
        => Verify.IsSilent(KataSource.Solution("ReverseLinkedList"));
}
