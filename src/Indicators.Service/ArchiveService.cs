using System.Globalization;
using Grpc.Core;
using Indicators.Archive;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Reads the archive; the contract is in <c>protos/indicators/v1/archive_service.proto</c>.</summary>
public sealed class ArchiveService(ScoreKeeper keeper, RuleSets ruleSets) : V1.ArchiveService.ArchiveServiceBase
{
    private const int MostEntries = 1000;

    public override Task<GetEntryResponse> GetEntry(GetEntryRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        using var archive = Open(language);
        var entry = Find(archive, request.Sequence, language);
        return Task.FromResult(new GetEntryResponse { Entry = ToProto(entry), Project = Replay.Evidence(entry), Scores = Replay.Scores(entry) });
    }

    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        using var archive = Open(language);
        var after = 0L;
        if (request.PageToken.Length > 0 && !(long.TryParse(request.PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out after) && after > 0))
        {
            throw RpcErrors.Field(ErrorReason.PageTokenInvalid, language, "page_token", request.PageToken);
        }

        var size = request.PageSize <= 0 ? 100 : Math.Min(request.PageSize, MostEntries);
        var filter = new ArchiveFilter(Any(request.ProjectId), Any(request.RuleSetId), request.FiscalYear == 0 ? null : request.FiscalYear, Any(request.Grade));
        var entries = archive.List(filter, after, size + 1);
        return Task.FromResult(new ListEntriesResponse
        {
            Entries = { entries.Take(size).Select(ToProto) },
            NextPageToken = entries.Count > size ? entries[size - 1].Sequence.ToString(CultureInfo.InvariantCulture) : "",
        });

        static string? Any(string text) => text.Length == 0 ? null : text;
    }

    public override Task<ReplayEntryResponse> ReplayEntry(ReplayEntryRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        using var archive = Open(language);
        var entry = Find(archive, request.Sequence, language);
        var (id, digest) = (entry.What.RuleSetId, entry.What.RuleSetDigest);
        var years = ruleSets.Current.Find(id)?.Years ?? [];
        var rules = years.FirstOrDefault(y => y.RuleSet.Digest == digest)
            ?? throw RpcErrors.Error(ErrorReason.RuleSetChanged, language, id, years.LastOrDefault()?.RuleSet.Digest ?? "—", digest);
        if (rules.RuleSet.NeedsPortfolio)
        {
            throw RpcErrors.NotScorable(ProjectResult.WithoutPortfolio(new Project { Id = entry.What.ProjectId }, rules.RuleSet).Problem!, language).ToRpcException();
        }

        return Task.FromResult(new ReplayEntryResponse { Entry = ToProto(entry), Differences = { Replay.Differences(entry, rules.RuleSet) } });
    }

    private EvaluationArchive Open(Language language) => keeper.Open() ?? throw RpcErrors.Error(ErrorReason.NoArchive, language);

    private static Archive.ArchiveEntry Find(EvaluationArchive archive, long sequence, Language language) =>
        archive.Find(sequence) ?? throw RpcErrors.Error(ErrorReason.EntryNotFound, language, sequence, archive.Head.Sequence);

    private static V1.ArchiveEntry ToProto(Archive.ArchiveEntry entry) => new()
    {
        Sequence = entry.Sequence,
        KeptAt = entry.KeptAt,
        KeptBy = entry.What.KeptBy,
        Engine = entry.What.Engine,
        RuleSet = new RuleSetVersion { Id = entry.What.RuleSetId, FiscalYear = entry.What.FiscalYear, Digest = entry.What.RuleSetDigest },
        ProjectId = entry.What.ProjectId,
        ProjectName = entry.What.ProjectName,
        Total = entry.What.Total,
        Grade = entry.What.Grade,
        PreviousHash = entry.Previous,
        Hash = entry.Hash,
    };
}
