using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Yaml;

namespace Indicators.Methods;

/// <summary>
/// Reads 逐行: the rows, what names a row, what shares out the points, and the method of a row, in which the columns are
/// names. Short form <c>逐行: 资金 按 年度</c> with 占比 beside it; long form <c>逐行: {表: …, 按: …, 占比: …}</c>.
/// </summary>
internal static class EachReader
{
    public static Method? Read(MapReader map, YamlEntry each)
    {
        var context = map.Context;
        var isLong = each.Value is YamlMap;
        var keys = isLong ? context.Map(each.Value)! : map;
        var (source, label) = isLong
            ? (keys.RequireText(Keys.Table) is { } table ? LoadContext.Source(table) : null, keys.TakeText(Keys.By))
            : Short(context.Text(each.Value));
        if (source is null || Formula.Read(source, context.Scope, FeelType.Unknown, context.Diagnostics) is not { } rows)
        {
            MethodTable.TakeKeys(map);
            return null;
        }

        if (rows.Type is not FeelType.List { Element: FeelType.Row row })
        {
            context.Report(Messages.EachNotRows, each.Key.Place, source.Text, rows.Type.InWords);
            MethodTable.TakeKeys(map);
            return null;
        }

        var outer = context.Scope;
        context.Scope = new TypeScope(row.Members, outer);
        var share = keys.Take(Keys.Share) is { } written ? context.Formula(written, FeelType.Bare) : null;
        if (isLong)
        {
            keys.Finish();
        }

        var before = context.Diagnostics.Count;
        var method = MethodTable.ReadOne(map, inherited: null);
        context.Scope = outer;
        if (method is null || method.IsJudged || method.Comparisons.Any(p => p.OfPortfolio))
        {
            if (context.Diagnostics.Count == before)
            {
                context.Report(method is null ? Messages.EachWithoutMethod : Messages.EachJudged, each.Key.Place);
            }

            return null;
        }

        return Labels(label, rows, row, context) is { } labels ? new EachMethod(rows, labels, share, method) { Place = each.Key.Place } : null;
    }

    private static (Source? Rows, YamlText? Label) Short(YamlText? text)
    {
        if (text is null)
        {
            return (null, null);
        }

        foreach (var word in new[] { $" {Keys.By.Zh} ", $" {Keys.By.En} " })
        {
            if (text.Content.LastIndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                var after = at + word.Length;
                return (
                    new Source(text.Content[..at], text.Place),
                    new YamlText(text.Content[after..].Trim(), text.Quoted, text.Place.Right(after)));
            }
        }

        return (LoadContext.Source(text), null);
    }

    /// <summary>The columns that name a row: the one that is given, else the key of the table.</summary>
    private static ImmutableArray<string>? Labels(YamlText? label, Formula rows, FeelType.Row row, LoadContext context)
    {
        if (label is null)
        {
            return rows.Names.Select(n => context.TableKeys.GetValueOrDefault(n)).FirstOrDefault(k => !k.IsDefault) is { IsDefault: false } key ? key : [];
        }

        if (!row.Members.ContainsKey(label.Content))
        {
            context.Report(Messages.UnknownName, label.Place, label.Content, DidYouMean.Hint(label.Content, row.Members.Keys));
            return null;
        }

        return [label.Content];
    }
}
