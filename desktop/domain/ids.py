"""Identifiers, minted on this machine so that a value is complete before it is stored."""

from typing import NewType
from uuid import UUID, uuid4

PersonId = NewType("PersonId", UUID)
CompanyId = NewType("CompanyId", UUID)
ProjectId = NewType("ProjectId", UUID)
TeamId = NewType("TeamId", UUID)
WorkerId = NewType("WorkerId", UUID)
DeviceId = NewType("DeviceId", UUID)
ImportId = NewType("ImportId", UUID)
DocumentId = NewType("DocumentId", UUID)
SheetId = NewType("SheetId", UUID)
LineId = NewType("LineId", UUID)
SignatureId = NewType("SignatureId", UUID)
ObligationId = NewType("ObligationId", UUID)
BatchId = NewType("BatchId", UUID)
ItemId = NewType("ItemId", UUID)
AttemptId = NewType("AttemptId", UUID)
WorksContractId = NewType("WorksContractId", UUID)
ContractId = NewType("ContractId", UUID)
TrainingId = NewType("TrainingId", UUID)
InsuranceId = NewType("InsuranceId", UUID)
WatchId = NewType("WatchId", UUID)
SettlementId = NewType("SettlementId", UUID)
ConfirmationId = NewType("ConfirmationId", UUID)
StoppageId = NewType("StoppageId", UUID)


def new_id() -> UUID:
    """Return a fresh identifier; wrap it in the NewType of the thing it names."""
    return uuid4()
