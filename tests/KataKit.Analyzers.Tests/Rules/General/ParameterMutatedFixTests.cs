using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ParameterMutatedFixTests
{
    [Fact]
    public Task Copies_a_matrix_before_it_is_written_into()
        => Verify.Fixes_to(
            KataSource.WithBody("SelfAttention", "Softmax", "    var max = logits.Row(0).Maximum();\n    logits.MapInplace(z => z - max);\n    return logits;"),
            KataSource.WithBody("SelfAttention", "Softmax", "    var max = logits.Row(0).Maximum();\n    logits = logits.Clone();\n    logits.MapInplace(z => z - max);\n    return logits;"));

    [Fact]
    public Task Copies_an_array_in_front_of_the_loop()
        => Verify.Fixes_to(Array("    // Every entry.\n"), Array("    // Every entry.\n    upstream = (double[,,])upstream.Clone();\n"));

    [Fact]
    public async Task Is_not_offered_where_a_property_of_the_parameter_is_written_into()
        => (await Verify.FixedText(KataSource.WithBody("Pca", "InverseTransform", "model.Mean[0] = 1; return scores * model.Axes;"))).Should().BeNull("a copy of the model shares its mean");

    private static string Array(string before)
        => KataSource.WithBody("MaxPool", "Backward", before + "    for (var c = 0; c < upstream.GetLength(0); c++)\n    {\n        upstream[c, 0, 0] = 0;\n    }\n\n    return null!;");
}
