namespace Indicators.Feel;

/// <summary>FEEL's built-in functions have names of several words; this joins their tokens to one name before a bracket.</summary>
internal static class FunctionNames
{
    private static readonly string[][] Long =
        [.. Function.All.Select(f => f.Name.Split(' ')).Where(words => words.Length > 1).OrderByDescending(words => words.Length)];

    public static List<Token> Join(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var words = Long.FirstOrDefault(name => StartsAt(tokens, i, name));
            if (words is null)
            {
                joined.Add(tokens[i]);
                continue;
            }

            var last = tokens[i + words.Length - 1];
            joined.Add(new Token(TokenKind.Name, string.Join(' ', words), tokens[i].Span.To(last.Span)));
            i += words.Length - 1;
        }

        return joined;
    }

    private static bool StartsAt(List<Token> tokens, int start, string[] words) =>
        start + words.Length < tokens.Count
        && tokens[start + words.Length].Is("(")
        && words.Index().All(w => tokens[start + w.Index] is { Kind: TokenKind.Name or TokenKind.Keyword } token && token.Content == w.Item);
}
