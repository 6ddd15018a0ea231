using System.Diagnostics;
using System.Globalization;
using Indicators.Batch;

namespace Indicators.Cli;

/// <summary>How far a batch has come: a bar that moves on a terminal, a line now and then elsewhere.</summary>
internal sealed class ProgressBar(Terminal terminal, bool resumes)
{
    private const int Cells = 24;
    private static readonly TimeSpan Moves = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Lines = TimeSpan.FromSeconds(10);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan shown;
    private BatchProgress? first;
    private BatchStage? stage;

    public void Show(BatchProgress progress)
    {
        if (stage != progress.Stage)
        {
            Begin(progress);
        }

        if (watch.Elapsed - shown < (terminal.Error.IsTerminal ? Moves : Lines) || Announced(progress.Stage) is not null)
        {
            return;
        }

        shown = watch.Elapsed;
        var text = Text(progress);
        if (terminal.Error.IsTerminal)
        {
            terminal.Error.Again(text);
        }
        else
        {
            terminal.Error.Line(text);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Clear()
    {
        if (terminal.Error.IsTerminal && shown > TimeSpan.Zero)
        {
            terminal.Error.Again("");
        }
    }

    private void Begin(BatchProgress progress)
    {
        if (stage is null && resumes && Announced(progress.Stage) is null)
        {
            terminal.Error.Text(progress.Resumed > 0 ? terminal.Say(Texts.BatchResumed, progress.Resumed) : terminal.Say(Texts.BatchFresh), ink: Ink.Dim);
        }

        (stage, first) = (progress.Stage, progress);
        watch.Restart();
        shown = TimeSpan.Zero;
        if (Announced(progress.Stage) is { } stageText)
        {
            Clear();
            terminal.Error.Text(terminal.Say(stageText), ink: Ink.Dim);
        }
    }

    /// <summary>What is done without a bar.</summary>
    private static Bilingual? Announced(BatchStage stage) => stage switch
    {
        BatchStage.Ordering => Texts.BatchOrdering,
        BatchStage.Grouping => Texts.BatchGrouping,
        _ => null,
    };

    private string Text(BatchProgress progress)
    {
        var share = progress.Bytes == 0 ? 1 : Math.Clamp((decimal)progress.BytesRead / progress.Bytes, 0, 1);
        var percent = Whole(Math.Floor(100 * share));
        if (progress.Stage == BatchStage.Measuring)
        {
            return terminal.Say(Texts.BatchMeasuring, percent);
        }

        var seconds = Math.Max((decimal)watch.Elapsed.TotalSeconds, 0.001m);
        var read = progress.BytesRead - first!.BytesRead;
        var left = read <= 0 ? "?" : Time(seconds * (progress.Bytes - progress.BytesRead) / read);
        var filled = (int)(Cells * share);
        return terminal.Say(
            terminal.Error.IsTerminal ? Texts.BatchBar : Texts.BatchLine,
            new string('#', filled) + new string('-', Cells - filled), percent, progress.Projects, Whole(Math.Round((progress.Projects - first.Projects) / seconds)), left);
    }

    private static string Time(decimal seconds) => TimeSpan.FromSeconds((long)Math.Ceiling(seconds)).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Whole(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);
}
