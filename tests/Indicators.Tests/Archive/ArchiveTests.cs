using System.Diagnostics;
using CsCheck;
using Indicators.Archive;
using Indicators.Cli;
using Indicators.Contracts;
using Indicators.Csv;
using Indicators.Sampling;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Archive;

/// <summary>An archive on both databases: what is kept stays, and every change of it shows.</summary>
public sealed class ArchiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void What_is_kept_is_found_listed_and_sound(string kind)
    {
        using var database = new ArchiveDatabase(kind);
        Head head;
        using (var archive = database.Open())
        {
            Assert.Equal((Head.Empty, true), (archive.Head, archive.Verify(cancel: Cancel).IsSound));
            head = archive.Append([Of("P1", "51.25", "差", 2017), Of("P2", "80.00", "良", 2017)], Noon);
            head = archive.Append([Of("P1", "60.14", "中", 2016)], Noon);
        }

        using var again = database.Open();
        Assert.Equal((head, 3L, new Verification(head, null, 0)), (again.Head, head.Sequence, again.Verify(head, Cancel)));
        Assert.Equal(("2026-11-27T04:00:00.000000Z", Of("P2", "80.00", "良", 2017)), (again.Find(2)!.KeptAt, again.Find(2)!.What));
        Assert.Null(again.Find(4));
        Assert.Equal([1, 3], again.List(new ArchiveFilter(ProjectId: "P1")).Select(e => e.Sequence));
        Assert.Equal([3], again.List(new ArchiveFilter(ProjectId: "P1", FiscalYear: 2016, Grade: "中", RuleSetId: "test", KeptBy: "甲")).Select(e => e.Sequence));
        Assert.Equal([2], again.List(new ArchiveFilter(), after: 1, most: 1).Select(e => e.Sequence));
        Assert.Empty(again.List(new ArchiveFilter(KeptBy: "乙")));
    }

    /// <summary>The hash of an entry by hand: what anybody can work out with sha256sum.</summary>
    [Fact]
    public void The_hash_is_the_documented_one()
    {
        var entry = Chain.After(Head.Empty, "2026-11-27T04:00:00.000000Z", new Evaluated("甲", "0.1.0", "test", 2017, "sha256:00", "P1", "", "{}", "{}", "51.25", "差"));
        var text = $"64:{new string('0', 64)}\n1:1\n27:2026-11-27T04:00:00.000000Z\n3:甲\n5:0.1.0\n4:test\n4:2017\n9:sha256:00\n2:P1\n0:\n2:{{}}\n2:{{}}\n5:51.25\n3:差\n";
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), entry.Hash);
    }

    /// <summary>Who only reads leaves every byte as it is, so that an auditor can prove a copy.</summary>
    [Fact]
    public void Reading_writes_nothing()
    {
        using var database = Filled("sqlite");
        var before = File.ReadAllBytes(database.Address);
        using (var archive = EvaluationArchive.Open(database.Address, creates: false))
        {
            Assert.True(archive.Verify(cancel: Cancel).IsSound);
            Assert.ThrowsAny<System.Data.Common.DbException>(() => archive.Append([Of("P9", "1.00", "差", 2017)], Noon));
        }

        Assert.Equal(before, File.ReadAllBytes(database.Address));
        using var folder = new TestFolder(("empty.db", ""));
        Assert.Equal(ArchiveProblem.NoArchive, Assert.Throws<ArchiveException>(() => EvaluationArchive.Open(Path.Combine(folder.Path, "empty.db"), creates: false)).Problem);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Entries_are_neither_changed_nor_deleted(string kind)
    {
        using var database = Filled(kind);
        foreach (var sql in new[] { "update entry set total = '99.00' where sequence = 2", "delete from entry where sequence = 3" })
        {
            Assert.Contains("append-only", database.Refused(sql)!.Message);
        }

        using var archive = database.Open();
        Assert.True(archive.Verify(cancel: Cancel).IsSound);
    }

    [Theory]
    [InlineData("sqlite", "update entry set total = '99.00' where sequence = 2", Flaw.Changed, 2)]
    [InlineData("postgres", "update entry set total = '99.00' where sequence = 2", Flaw.Changed, 2)]
    [InlineData("sqlite", "update entry set evidence = evidence || ' ' where sequence = 3", Flaw.Changed, 3)]
    [InlineData("postgres", "update entry set evidence = evidence || ' ' where sequence = 3", Flaw.Changed, 3)]
    [InlineData("sqlite", "update entry set kept_at = '2020-01-01T00:00:00.000000Z' where sequence = 1", Flaw.Changed, 1)]
    [InlineData("sqlite", "delete from entry where sequence = 2", Flaw.Gap, 3)]
    [InlineData("postgres", "delete from entry where sequence = 2", Flaw.Gap, 3)]
    [InlineData("sqlite", "delete from entry where sequence = 1", Flaw.Gap, 2)]
    [InlineData("sqlite", "update entry set previous = 'x' where sequence = 3", Flaw.Unchained, 3)]
    [InlineData("sqlite", "update entry set hash = 'x' where sequence = 2", Flaw.Changed, 2)]
    public void What_somebody_does_past_the_archive_shows(string kind, string sql, Flaw flaw, long at)
    {
        using var database = Filled(kind);
        database.Tamper(sql);
        using var archive = database.Open();
        var verification = archive.Verify(cancel: Cancel);
        Assert.Equal((flaw, at), (verification.Flaw, verification.At));
        Assert.True(verification.Sound.Sequence < at);
    }

    /// <summary>A tail that is cut off leaves a sound chain; only a head that was kept elsewhere tells. So with a chain that was made anew.</summary>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void A_head_kept_elsewhere_shows_what_the_chain_alone_cannot(string kind)
    {
        using var database = Filled(kind);
        Head known;
        using (var archive = database.Open())
        {
            known = archive.Head;
        }

        database.Tamper("delete from entry where sequence = 4");
        using (var archive = database.Open())
        {
            Assert.True(archive.Verify(cancel: Cancel).IsSound);
            Assert.Equal((Flaw.CutOff, 4L), (archive.Verify(known, Cancel).Flaw, archive.Verify(known, Cancel).At));
            archive.Append([Of("P9", "1.00", "差", 2017)], Noon);
            Assert.Equal((Flaw.MadeAnew, 4L), (archive.Verify(known, Cancel).Flaw, archive.Verify(known, Cancel).At));
            Assert.True(archive.Verify(archive.Head, Cancel).IsSound);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void What_is_appended_together_is_there_as_a_whole_or_not_at_all(string kind)
    {
        using var database = Filled(kind);
        using var archive = database.Open();
        var head = archive.Head;
        Assert.Throws<InvalidOperationException>(() => archive.Append(Broken(), Noon));
        Assert.Equal((head, true), (archive.Head, archive.Verify(head, Cancel).IsSound));

        static IEnumerable<Evaluated> Broken()
        {
            yield return Of("P8", "1.00", "差", 2017);
            throw new InvalidOperationException("The power went.");
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Several_writers_make_one_chain(string kind)
    {
        using var database = new ArchiveDatabase(kind);
        database.Open().Dispose();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() =>
        {
            using var archive = database.Open();
            for (var i = 0; i < 8; i++)
            {
                archive.Append([Of($"P{writer}", $"{i}.00", "差", 2017), Of($"Q{writer}", $"{i}.00", "差", 2017)], Noon);
            }
        })));
        using var all = database.Open();
        Assert.Equal((96L, true), (all.Head.Sequence, all.Verify(all.Head, Cancel).IsSound));
    }

    /// <summary>A process that is killed while it appends leaves whole appends and a sound chain, and the next one goes on.</summary>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_kill_during_a_write_leaves_a_sound_archive(string kind)
    {
        using var database = new ArchiveDatabase(kind);
        using var folder = new TestFolder();
        var sample = Path.Combine(folder.Path, "sample");
        await CliRun.Of("sample", "--rules", CliRun.Rules, "--projects", "400", "--out", sample);
        var assembly = typeof(CommandLine).Assembly.Location;
        long after = 0;
        for (var kills = 0; kills < 3; kills++)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
                [assembly, "batch", sample, "--rules", CliRun.Rules, "--out", Path.Combine(folder.Path, "r.csv"), "--archive", database.Address])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            // Somewhere in scoring, in keeping, or after it: a chain must be sound wherever it was.
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(1200 + 700 * kills));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            using var left = database.Open();
            Assert.True(left.Verify(cancel: Cancel).IsSound);
            Assert.True(left.Head.Sequence == after || left.Head.Sequence > after + 350, $"{after} {left.Head}");
            after = left.Head.Sequence;
        }

        using var archive = database.Open();
        var head = archive.Append([Of("P1", "1.00", "差", 2017)], Noon);
        Assert.Equal((after + 1, true), (head.Sequence, archive.Verify(head, Cancel).IsSound));
    }

    [Fact]
    public void A_head_is_read_as_it_is_written()
    {
        var head = new Head(12, new string('a', 64));
        Assert.Equal(head, Head.Parse(head.ToString()));
        Assert.All(["", "12", "12:aa", "x:" + new string('a', 64), "12:" + new string('A', 64)], text => Assert.Null(Head.Parse(text)));
    }

    [Fact]
    public void An_archive_of_a_later_version_and_a_file_that_is_none_are_refused()
    {
        using var database = Filled("sqlite");
        database.Refused("insert into archive_version values (99)");
        Assert.Equal(ArchiveProblem.Later, Assert.Throws<ArchiveException>(database.Open).Problem);
        using var folder = new TestFolder(("a.db", "no database"));
        Assert.Equal(ArchiveProblem.CannotOpen, Assert.Throws<ArchiveException>(() => EvaluationArchive.Open(Path.Combine(folder.Path, "a.db"), creates: true)).Problem);
        Assert.Equal(ArchiveProblem.CannotOpen, Assert.Throws<ArchiveException>(() => EvaluationArchive.Open(Path.Combine(folder.Path, "none.db"), creates: false)).Problem);
    }

    /// <summary>Any evidence under any rules: what was kept is read again, and scores the same to the last digit.</summary>
    [Fact]
    public void What_is_kept_scores_again_digit_for_digit() => RandomRuleSet.Files.SelectMany(files =>
    {
        using var folder = new TestRuleSet(files);
        return folder.Load().RuleSet is { NeedsPortfolio: false } ruleSet
            ? RandomRuleSet.ProjectsOf(ruleSet).Select(p => ((RuleSet, Project)?)(ruleSet, p)) : Gen.Const(((RuleSet, Project)?)null);
    }).Sample(
        pair =>
        {
            if (pair is var (ruleSet, project))
            {
                var scores = ReferenceEvaluator.Evaluate(ruleSet, project).ToScores();
                var entry = Chain.After(Head.Empty, "", Replay.Kept(ruleSet, project, scores, "甲"));
                Assert.Empty(Replay.Differences(entry, ruleSet));
            }
        },
        iter: 300);

    /// <summary>Made-up evidence of every shipped set: tables, goals with directions and units, findings.</summary>
    [Fact]
    public void Evidence_of_all_shipped_rule_sets_scores_again_digit_for_digit()
    {
        using var folder = new TestFolder();
        foreach (var name in ShippedCases.Scoring)
        {
            var (ruleSet, sample) = (ShippedCases.Load(name).RuleSet!, Path.Combine(folder.Path, name));
            new SamplePortfolio(ruleSet, 7).Write(sample, 30, Cancel);
            var projects = ruleSet.NeedsPortfolio ? [] : EvidenceReader.Read(sample, ruleSet).Projects;
            Assert.True(ruleSet.NeedsPortfolio || projects.Length > 20, $"{name} {projects.Length}");
            Assert.All(projects, project => Assert.Empty(Replay.Differences(
                Chain.After(Head.Empty, "", Replay.Kept(ruleSet, project, ReferenceEvaluator.Evaluate(ruleSet, project).ToScores(), "甲")), ruleSet)));
        }
    }

    private static ArchiveDatabase Filled(string kind)
    {
        var database = new ArchiveDatabase(kind);
        using var archive = database.Open();
        archive.Append([Of("P1", "51.25", "差", 2017), Of("P2", "80.00", "良", 2017), Of("P3", "70.00", "中", 2017), Of("P4", "", "", 2017)], Noon);
        return database;
    }

    private static Evaluated Of(string project, string total, string grade, int year) =>
        new("甲", "0.1.0", "test", year, "sha256:00", project, "项目一", $"{{\"id\":\"{project}\"}}", $"{{\"total\":\"{total}\"}}", total, grade);
}
