using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KataKit.Grading.Risks;

/// <summary>
/// Reads from the metadata of an answer which interfaces of the platform it uses. Metadata has a line for each type and member that the
/// code names, wherever it does, so that nothing needs to be run or followed.
/// </summary>
internal static class AssemblyScan
{
    /// <summary>Lists what is not plain computing, in ordinal order, each once.</summary>
    public static ImmutableArray<RiskyApi> Of(byte[] image)
    {
        using var file = new PEReader([.. image]);
        var metadata = file.GetMetadataReader();
        return [.. Types(metadata).Concat(Members(metadata)).Concat(Definitions(metadata))
            .Where(api => api.Risk != ApiRisk.None)
            .Distinct()
            .OrderBy(api => api.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<RiskyApi> Types(MetadataReader metadata)
        => metadata.TypeReferences
            .Select(handle => NameOf(metadata, handle))
            .Select(name => new RiskyApi($"{name.Namespace}.{name.Name}", ApiRiskTable.OfType(name.Namespace, name.Name)));

    private static IEnumerable<RiskyApi> Members(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (TypeOf(metadata, member.Parent) is { } type)
            {
                var name = metadata.GetString(member.Name);
                var arity = Arity(metadata, member);
                var risk = ApiRiskTable.OfMember(type.Namespace, type.Name, arity == 0 ? name : $"{name}`{arity}");
                yield return new RiskyApi($"{type.Namespace}.{type.Name}.{name}", risk);
            }
        }
    }

    /// <summary>What an answer defines without naming anything.</summary>
    private static IEnumerable<RiskyApi> Definitions(MetadataReader metadata)
    {
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
        {
            if (method.Attributes.HasFlag(System.Reflection.MethodAttributes.PinvokeImpl))
            {
                yield return new RiskyApi("a function of a native library", ApiRisk.Escapes);
            }
            else if (metadata.StringComparer.Equals(method.Name, "Finalize"))
            {
                yield return new RiskyApi("a finalizer", ApiRisk.LeavesTraces);
            }
        }

        // Fields that lie on top of each other turn a reference of one type into one of another.
        var hasLayout = metadata.FieldDefinitions.Select(metadata.GetFieldDefinition).Any(field => field.GetOffset() >= 0);
        if (hasLayout)
        {
            yield return new RiskyApi("fields at explicit offsets", ApiRisk.Escapes);
        }
    }

    private static (string Namespace, string Name)? TypeOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericTypeOf(metadata, (TypeSpecificationHandle)parent),
        _ => null,
    };

    private static (string Namespace, string Name)? GenericTypeOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        // Whether it is a class or a value type does not matter.
        signature.ReadCompressedInteger();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? NameOf(metadata, (TypeReferenceHandle)type) : null;
    }

    /// <summary>A nested type counts as the type around it.</summary>
    private static (string Namespace, string Name) NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static int Arity(MetadataReader metadata, MemberReference member)
    {
        var signature = metadata.GetBlobReader(member.Signature);
        return signature.ReadSignatureHeader().IsGeneric ? signature.ReadCompressedInteger() : 0;
    }
}
