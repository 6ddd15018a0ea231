using System.Text;
using Google.Protobuf.Reflection;

namespace Indicators.Tests.Service;

/// <summary>What callers were compiled against does not change by accident.</summary>
public sealed class WireContractTests
{
    private static readonly FileDescriptor[] Files =
    [
        V1.EvaluationReflection.Descriptor, V1.ImpactReflection.Descriptor, V1.PackedReflection.Descriptor, V1.ProjectReflection.Descriptor, V1.RuleSetReflection.Descriptor,
        V1.ScoresReflection.Descriptor, V1.SimulationReflection.Descriptor, V1.ComparisonReflection.Descriptor, V1.ArchiveServiceReflection.Descriptor, V1.ComparisonServiceReflection.Descriptor, V1.RuleSetServiceReflection.Descriptor, V1.ScoringServiceReflection.Descriptor,
    ];

    [Fact]
    public void The_contract_is_the_approved_one()
    {
        var (approved, fresh) = (Repository.Path("protos", "contract.txt"), Path.Combine(AppContext.BaseDirectory, "contract.txt"));
        File.WriteAllText(fresh, Text());
        Assert.True(
            File.Exists(approved) && File.ReadAllText(approved) == File.ReadAllText(fresh),
            $"The contract has changed: compare {fresh} with protos/contract.txt. Nothing that callers use may go or change its number; if the change is meant, copy it.");
    }

    [Fact]
    public void Every_file_of_the_contract_is_in_it() =>
        Assert.Equal(
            Directory.EnumerateFiles(Repository.Path("protos"), "*.proto", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Files.Select(f => Path.GetFileName(f.Name)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rpc_ends_its_comment_with_its_status_codes()
    {
        var lines = Directory.EnumerateFiles(Repository.Path("protos"), "*_service.proto", SearchOption.AllDirectories).SelectMany(File.ReadAllLines).ToList();
        foreach (var (at, line) in lines.Index().Where(l => l.Item.TrimStart().StartsWith("rpc ", StringComparison.Ordinal)))
        {
            var comment = lines.Take(at).Reverse().TakeWhile(l => l.TrimStart().StartsWith("//", StringComparison.Ordinal)).ToList();
            Assert.True(comment.Exists(l => l.TrimStart().StartsWith("// * OK", StringComparison.Ordinal)), line);
        }
    }

    private static string Text()
    {
        var text = new StringBuilder();
        foreach (var file in Files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            text.Append($"{file.Name}\n");
            foreach (var service in file.Services)
            {
                foreach (var method in service.Methods)
                {
                    text.Append($"  {service.Name}.{method.Name}({(method.IsClientStreaming ? "stream " : "")}{method.InputType.Name}) {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.Name}\n");
                }
            }

            foreach (var message in file.MessageTypes)
            {
                text.Append($"  {message.Name}\n");
                foreach (var field in message.Fields.InFieldNumberOrder())
                {
                    text.Append($"    {field.FieldNumber} {field.Name} {Type(field)}{(field.ContainingOneof is { IsSynthetic: false } one ? $" of {one.Name}" : "")}\n");
                }
            }

            foreach (var type in file.EnumTypes)
            {
                text.Append($"  {type.Name}\n");
                foreach (var value in type.Values)
                {
                    text.Append($"    {value.Number} {value.Name}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Type(FieldDescriptor field) =>
        field.IsMap ? $"map {Name(field.MessageType.FindFieldByNumber(1))} {Name(field.MessageType.FindFieldByNumber(2))}"
        : field.IsRepeated ? $"repeated {Name(field)}" : Name(field);

    private static string Name(FieldDescriptor field) => field.FieldType switch
    {
        Google.Protobuf.Reflection.FieldType.Message => field.MessageType.FullName,
        Google.Protobuf.Reflection.FieldType.Enum => field.EnumType.FullName,
        var type => type.ToString().ToLowerInvariant(),
    };
}
