using FluentAssertions;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace KataKit.Analyzers.Tests.Hosting;

/// <summary>The option <c>katakit_scope</c> is read file by file, and nothing but <c>all</c> widens the scope.</summary>
public sealed class AnalysisScopeTests
{
    private static readonly SyntaxTree Model = CSharpSyntaxTree.ParseText("class Model;", path: "src/Model.cs");
    private static readonly SyntaxTree Test = CSharpSyntaxTree.ParseText("class Test;", path: "test/Test.cs");

    [Theory]
    [InlineData("[*.cs]\nkatakit_scope = all\n", "all")]
    [InlineData("[*.cs]\nKATAKIT_SCOPE = All\n", "all")]
    [InlineData("is_global = true\nkatakit_scope = all\n", "all")]
    [InlineData("[src/*.cs]\nkatakit_scope = all\n", "all")]
    [InlineData("[*.cs]\nkatakit_scope = katas\n", "katas")]
    [InlineData("[*.cs]\nkatakit_scope = everything\n", "katas")]
    [InlineData("[*.cs]\nkatakit_scope =\n", "katas")]
    [InlineData("[test/*.cs]\nkatakit_scope = all\n", "katas")]
    [InlineData("[*.cs]\nindent_size = 4\n", "katas")]
    public void It_is_what_the_configuration_of_the_file_says(string configuration, string scope)
        => AnalysisScope.Of(ConfigurationFiles.Read(configuration), Model).ToString().Should().Be(scope);

    [Fact]
    public void Without_configuration_it_is_the_katas()
        => AnalysisScope.Of(new AnalyzerOptions([]), Model).Should().BeSameAs(AnalysisScope.Katas);

    [Theory]
    [InlineData("[src/*.cs]\nkatakit_scope = all\n", "all")]
    [InlineData("[other/*.cs]\nkatakit_scope = all\n", "katas")]
    public void One_file_is_enough_for_the_widest(string configuration, string widest)
        => AnalysisScope.Widest(ConfigurationFiles.Read(configuration), CSharpCompilation.Create("Code", [Test, Model])).ToString().Should().Be(widest);
}
