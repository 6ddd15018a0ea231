using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The names of types, such as <c>list&lt;number&gt;</c> or <c>context&lt;a: string&gt;</c>.</summary>
internal sealed partial class Parser
{
    private TypeName Type()
    {
        Deeper();
        if (Current.Kind is not TokenKind.Name)
        {
            throw Fail(Messages.ExpectedToken, Current, new Bilingual("一个类型", "a type"), Show(Current));
        }

        var words = TypeNames.WordsOf(tokens, at);
        var name = string.Join(' ', tokens[at..(at + words)].Select(t => t.Content));
        at += words;
        while (Current.Is(".") && Following?.Kind == TokenKind.Name)
        {
            name += "." + Following.Content;
            at += 2;
        }

        var type = !Current.Is("<") ? new TypeName(name, TypeNames.Find(name)) : name switch
        {
            "list" => Wrapped(name, element => new FeelType.List(element)),
            "range" => Wrapped(name, bound => new FeelType.Range(bound)),
            "context" => ContextType(),
            "function" => FunctionType(),
            _ => new TypeName(name, TypeNames.Find(name)),
        };
        depth--;
        return type;
    }

    private TypeName Wrapped(string name, Func<FeelType, FeelType> wrap)
    {
        Expect("<");
        var inner = Type();
        Expect(">");
        return new TypeName($"{name}<{inner.Text}>", inner.Type is { } known ? wrap(known) : null);
    }

    private TypeName ContextType()
    {
        Expect("<");
        var members = Current.Is(">") ? [] : Separated(() =>
        {
            var key = Current.Kind == TokenKind.Text ? Take().Content : NameBeforeColon() ?? Expect(TokenKind.Name).Content;
            Expect(":");
            return (Key: key, Type: Type());
        });
        Expect(">");
        var known = members.All(m => m.Type.Type is not null) && members.DistinctBy(m => m.Key).Count() == members.Count;
        return new TypeName(
            $"context<{string.Join(", ", members.Select(m => $"{Printer.Key(m.Key)}: {m.Type.Text}"))}>",
            known ? new FeelType.Row(members.ToImmutableDictionary(m => m.Key, m => m.Type.Type!)) : null);
    }

    private TypeName FunctionType()
    {
        Expect("<");
        var parameters = Current.Is(">") ? [] : Separated(Type);
        Expect(">");
        Expect("->");
        var result = Type();
        return new TypeName(
            $"function<{string.Join(", ", parameters.Select(p => p.Text))}>->{result.Text}",
            result.Type is { } known && parameters.All(p => p.Type is not null) ? new FeelType.Function([.. parameters.Select(p => p.Type!)], known) : null);
    }
}
