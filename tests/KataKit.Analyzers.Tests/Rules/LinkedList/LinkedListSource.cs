using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>The solution of the linked-list kata with another body in one member.</summary>
internal static class LinkedListSource
{
    public static string Reverse(string body) => KataSource.WithBody("ReverseLinkedList", "Reverse", body);

    /// <summary>The body of <c>ReverseBetween(head, left, right)</c>.</summary>
    public static string Between(string body) => KataSource.WithBody("ReverseLinkedList", "ReverseBetween", body);

    /// <summary>The body of <c>ReverseInGroups(head, k)</c>.</summary>
    public static string Groups(string body) => KataSource.WithBody("ReverseLinkedList", "ReverseInGroups", body);
}
