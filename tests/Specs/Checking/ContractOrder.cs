using KataKit.Contracts;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KataKit.Specs.Checking;

/// <summary>
/// Runs the tests of a spec in the order in which one builds the answer: contract member by contract member as the contract declares
/// them, within a member as the spec declares them. xunit's own order is that of a hash.
/// </summary>
public sealed class ContractOrder : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase
        => testCases
            .OrderBy(test => test.TestMethod.TestClass.Class is IReflectionTypeInfo { Type: var tests }
                ? MemberIndex(MembersOf(tests), test.TestMethod.Method.Name)
                : 0)
            .ThenBy(test => test.TestMethod.Method is IReflectionMethodInfo { MethodInfo: var method } ? method.MetadataToken : 0)
            .ThenBy(test => test.DisplayName, StringComparer.Ordinal);

    /// <summary>Finds the contract that a class of tests closes its spec over.</summary>
    /// <param name="tests">The class: <c>SelfAttentionTests : SelfAttentionSpec&lt;SelfAttention&gt;</c>.</param>
    /// <returns>The names of the contract's members as they are declared; empty where the class tests no kata.</returns>
    public static IReadOnlyList<string> MembersOf(Type tests)
    {
        var contract = Ancestors(tests)
            .SelectMany(type => type.GetGenericArguments())
            .SelectMany(kata => kata.GetInterfaces())
            .FirstOrDefault(type => type.IsDefined(typeof(KataAttribute), inherit: false));
        return contract is null
            ? []
            : [.. contract.GetMethods().OrderBy(method => method.MetadataToken).Select(method => NameOf(method.Name, method.IsSpecialName)).Distinct()];
    }

    // A test that names no member comes last.
    private static int MemberIndex(IReadOnlyList<string> members, string test)
        => members.TakeWhile(member => !test.StartsWith(member + "_", StringComparison.Ordinal)).Count();

    // get_Count and set_Count are one member: Count.
    private static string NameOf(string method, bool special) => special ? method[(method.IndexOf('_') + 1)..] : method;

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
