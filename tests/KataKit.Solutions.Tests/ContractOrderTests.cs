using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Solutions.Tests;

/// <summary>The order in which the tests of a kata run.</summary>
public sealed class ContractOrderTests
{
    [Fact]
    public void Members_come_in_the_order_of_the_contract()
        => Assert.Equal(["Softmax", "Attend", "Forward"], ContractOrder.MembersOf(typeof(SelfAttentionTests)));

    [Fact]
    public void A_class_that_tests_no_kata_has_no_members()
        => Assert.Empty(ContractOrder.MembersOf(typeof(ContractOrderTests)));
}
