namespace KataKit.Grading.Risks;

/// <summary>
/// Which interfaces are how risky. Namespaces are listed by what is known to be harmless, so that what nobody thought of is an escape; only
/// <c>System</c> itself, which is large and well known, is listed by its exceptions.
/// </summary>
internal static class ApiRiskTable
{
    /// <summary>Namespaces; those below them are included unless they have a line of their own.</summary>
    private static readonly Dictionary<string, ApiRisk> Namespaces = new()
    {
        ["System.Buffers"] = ApiRisk.LeavesTraces,
        ["System.Buffers.Binary"] = ApiRisk.None,
        ["System.Collections"] = ApiRisk.None,
        ["System.Diagnostics.CodeAnalysis"] = ApiRisk.None,
        ["System.Globalization"] = ApiRisk.None,
        ["System.Linq"] = ApiRisk.None,
        ["System.Linq.Expressions"] = ApiRisk.Escapes,
        ["System.Numerics"] = ApiRisk.None,
        ["System.Runtime.CompilerServices"] = ApiRisk.None,
        ["System.Runtime.Intrinsics"] = ApiRisk.LeavesTraces,
        ["System.Text"] = ApiRisk.None,
        ["System.Text.Json"] = ApiRisk.LeavesTraces,
        ["System.Threading"] = ApiRisk.LeavesTraces,
        ["KataKit.Contracts"] = ApiRisk.None,
        ["MathNet.Numerics"] = ApiRisk.None,
        ["MathNet.Numerics.Providers"] = ApiRisk.LeavesTraces,
    };

    /// <summary>Types that differ from their namespace.</summary>
    private static readonly Dictionary<string, ApiRisk> Types = new()
    {
        ["System.AppContext"] = ApiRisk.Escapes,
        ["System.AppDomain"] = ApiRisk.Escapes,
        ["System.AppDomainSetup"] = ApiRisk.Escapes,
        ["System.AssemblyLoadEventHandler"] = ApiRisk.Escapes,
        ["System.Buffers.ArrayBufferWriter`1"] = ApiRisk.None,
        ["System.Buffers.BuffersExtensions"] = ApiRisk.None,
        ["System.Buffers.IBufferWriter`1"] = ApiRisk.None,
        ["System.Buffers.OperationStatus"] = ApiRisk.None,
        ["System.GC"] = ApiRisk.LeavesTraces,
        ["System.LoaderOptimization"] = ApiRisk.Escapes,
        ["System.ModuleHandle"] = ApiRisk.Escapes,
        ["System.Progress`1"] = ApiRisk.LeavesTraces,
        ["System.ResolveEventHandler"] = ApiRisk.Escapes,
        ["System.RuntimeFieldHandle"] = ApiRisk.None,
        ["System.RuntimeMethodHandle"] = ApiRisk.Escapes,
        ["System.TimeProvider"] = ApiRisk.LeavesTraces,
        ["System.Threading.Tasks.ParallelLoopResult"] = ApiRisk.None,
        ["System.Threading.Tasks.ParallelLoopState"] = ApiRisk.None,
        ["System.TypedReference"] = ApiRisk.Escapes,
        ["System.UnhandledExceptionEventHandler"] = ApiRisk.Escapes,
        ["System.WeakReference"] = ApiRisk.LeavesTraces,
        ["System.WeakReference`1"] = ApiRisk.LeavesTraces,

        ["System.ComponentModel.InvalidEnumArgumentException"] = ApiRisk.None,
        ["System.Diagnostics.ConditionalAttribute"] = ApiRisk.None,
        ["System.Diagnostics.Debug"] = ApiRisk.LeavesTraces,
        ["System.Diagnostics.DebuggableAttribute"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerBrowsableAttribute"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerBrowsableState"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerDisplayAttribute"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerHiddenAttribute"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerNonUserCodeAttribute"] = ApiRisk.None,
        ["System.Diagnostics.DebuggerStepThroughAttribute"] = ApiRisk.None,
        ["System.Diagnostics.StackTraceHiddenAttribute"] = ApiRisk.None,
        ["System.Diagnostics.Stopwatch"] = ApiRisk.None,
        ["System.Diagnostics.UnreachableException"] = ApiRisk.None,

        ["System.IO.BinaryReader"] = ApiRisk.None,
        ["System.IO.BinaryWriter"] = ApiRisk.None,
        ["System.IO.EndOfStreamException"] = ApiRisk.None,
        ["System.IO.IOException"] = ApiRisk.None,
        ["System.IO.InvalidDataException"] = ApiRisk.None,
        ["System.IO.MemoryStream"] = ApiRisk.None,
        ["System.IO.Stream"] = ApiRisk.None,
        ["System.IO.StringReader"] = ApiRisk.None,
        ["System.IO.StringWriter"] = ApiRisk.None,
        ["System.IO.TextReader"] = ApiRisk.None,
        ["System.IO.TextWriter"] = ApiRisk.None,

        ["System.Linq.ParallelEnumerable"] = ApiRisk.LeavesTraces,
        ["System.Linq.ParallelQuery"] = ApiRisk.LeavesTraces,
        ["System.Linq.ParallelQuery`1"] = ApiRisk.LeavesTraces,
        ["System.Linq.Queryable"] = ApiRisk.Escapes,
        ["System.Linq.EnumerableQuery`1"] = ApiRisk.Escapes,

        ["System.Reflection.AssemblyCompanyAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyConfigurationAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyCopyrightAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyFileVersionAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyInformationalVersionAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyMetadataAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyProductAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyTitleAttribute"] = ApiRisk.None,
        ["System.Reflection.AssemblyVersionAttribute"] = ApiRisk.None,
        ["System.Reflection.DefaultMemberAttribute"] = ApiRisk.None,
        ["System.Runtime.Versioning.TargetFrameworkAttribute"] = ApiRisk.None,

        ["System.Runtime.CompilerServices.CallSite"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.CallSite`1"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.CallSiteBinder"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.ConditionalWeakTable`2"] = ApiRisk.LeavesTraces,
        ["System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.ModuleInitializerAttribute"] = ApiRisk.LeavesTraces,
        ["System.Runtime.CompilerServices.RuntimeFeature"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.UnsafeAccessorAttribute"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.UnsafeAccessorKind"] = ApiRisk.Escapes,
        ["System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute"] = ApiRisk.Escapes,

        // Views of memory that nobody checks: styles that people do write, and a way to spoil what belongs to others.
        ["System.Runtime.InteropServices.CollectionsMarshal"] = ApiRisk.None,
        ["System.Runtime.InteropServices.ImmutableCollectionsMarshal"] = ApiRisk.LeavesTraces,
        ["System.Runtime.InteropServices.InAttribute"] = ApiRisk.None,
        ["System.Runtime.InteropServices.LayoutKind"] = ApiRisk.None,
        ["System.Runtime.InteropServices.MemoryMarshal"] = ApiRisk.LeavesTraces,
        ["System.Runtime.InteropServices.StructLayoutAttribute"] = ApiRisk.None,

        ["MathNet.Numerics.AppSwitches"] = ApiRisk.LeavesTraces,
        ["MathNet.Numerics.Control"] = ApiRisk.LeavesTraces,

        // The one attribute of the test framework that the kata's build itself gives; it cannot be given twice.
        ["Xunit.TestCaseOrdererAttribute"] = ApiRisk.None,
    };

    /// <summary>Types whose members differ: those that are named have this risk, all others the risk of the type.</summary>
    private static readonly Dictionary<string, (ApiRisk Others, ApiRisk Named, HashSet<string> Members)> Members = new()
    {
        ["System.Activator"] = (ApiRisk.Escapes, ApiRisk.None, ["CreateInstance`1"]),
        ["System.Buffer"] = (ApiRisk.None, ApiRisk.Escapes, ["MemoryCopy"]),
        ["System.Console"] = (ApiRisk.Escapes, ApiRisk.None, ["Write", "WriteLine", "get_Out", "get_Error", "Read", "ReadLine", "get_In"]),
        ["System.Delegate"] = (ApiRisk.Escapes, ApiRisk.None, ["Combine", "Remove", "Equals", "GetHashCode", "op_Equality", "op_Inequality"]),
        ["System.Environment"] = (ApiRisk.Escapes, ApiRisk.None,
            ["get_NewLine", "get_TickCount", "get_TickCount64", "get_ProcessorCount", "get_CurrentManagedThreadId"]),
        ["System.Exception"] = (ApiRisk.None, ApiRisk.Escapes, ["get_TargetSite"]),
        ["System.Globalization.CultureInfo"] = (ApiRisk.None, ApiRisk.LeavesTraces,
            ["set_CurrentCulture", "set_CurrentUICulture", "set_DefaultThreadCurrentCulture", "set_DefaultThreadCurrentUICulture", "ClearCachedData"]),
        ["System.MulticastDelegate"] = (ApiRisk.Escapes, ApiRisk.None, [".ctor", "op_Equality", "op_Inequality", "Equals", "GetHashCode"]),
        // Loops that end before they return.
        ["System.Threading.Tasks.Parallel"] = (ApiRisk.LeavesTraces, ApiRisk.None, ["For", "For`1", "ForEach`1", "ForEach`2", "Invoke"]),
        ["System.Type"] = (ApiRisk.Escapes, ApiRisk.None,
            ["GetTypeFromHandle", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "ToString", "get_Name", "get_FullName", "get_IsValueType"]),
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = (ApiRisk.Escapes, ApiRisk.None,
            ["InitializeArray", "CreateSpan`1", "GetSubArray`1", "GetHashCode", "Equals", "EnsureSufficientExecutionStack",
             "TryEnsureSufficientExecutionStack", "IsReferenceOrContainsReferences`1", "get_OffsetToStringData"]),

        // What the compiler writes for spans of a few elements takes two type arguments; the cast that pretends takes one.
        ["System.Runtime.CompilerServices.Unsafe"] = (ApiRisk.Escapes, ApiRisk.None,
            ["As`2", "Add`1", "AsRef`1", "SizeOf`1", "AddByteOffset`1", "AreSame`1", "ReadUnaligned`1", "WriteUnaligned`1"]),
    };

    /// <summary>The risk of naming a type, whatever is done with it.</summary>
    public static ApiRisk OfType(string @namespace, string name)
    {
        var fullName = $"{@namespace}.{name}";
        if (Types.TryGetValue(fullName, out var risk))
        {
            return risk;
        }

        // A type is known by its members where it has lines of its own; a spec is used only to close it, and its members are refused below.
        return Members.ContainsKey(fullName) || @namespace == "System" || IsSpec(@namespace, name) ? ApiRisk.None : OfNamespace(@namespace);
    }

    /// <summary>The risk of using a member of a type. Generic methods are named with the number of their type parameters: <c>As`2</c>.</summary>
    public static ApiRisk OfMember(string @namespace, string type, string member)
    {
        if (IsSpec(@namespace, type))
        {
            return member == ".ctor" ? ApiRisk.None : ApiRisk.Escapes;
        }

        return Members.TryGetValue($"{@namespace}.{type}", out var members)
            ? members.Members.Contains(member) ? members.Named : members.Others
            : OfType(@namespace, type);
    }

    private static ApiRisk OfNamespace(string @namespace)
    {
        for (var name = @namespace; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
        {
            if (Namespaces.TryGetValue(name, out var risk))
            {
                return risk;
            }
        }

        return ApiRisk.Escapes;
    }

    private static bool IsSpec(string @namespace, string type) => @namespace == "KataKit.Specs" && type.EndsWith("Spec`1", StringComparison.Ordinal);
}
