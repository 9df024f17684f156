using Microsoft.CodeAnalysis;

namespace KataKit.Mutations.Code;

/// <summary>The types whose operators are plain arithmetic, with results that fit the type of their operands.</summary>
internal static class Numbers
{
    public static bool IsNumber(ITypeSymbol? type)
        => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double;

    public static bool IsDouble(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Double;

    public static bool IsInt(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Int32;
}
